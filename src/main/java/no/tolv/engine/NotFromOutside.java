package no.tolv.engine;

/** Somebody tried to go around the forms; the sentence says what to do instead. */
public class NotFromOutside extends RuntimeException {

    NotFromOutside(String sentence) {
        super(sentence);
    }

    public static NotFromOutside variables() {
        return new NotFromOutside("Prosessvariabler kan ikke endres direkte. Fyll ut skjemaet til oppgaven.");
    }

    public static NotFromOutside start() {
        return new NotFromOutside("En sak starter bare fra skjemaet sitt. Fyll ut startskjemaet.");
    }

    public static NotFromOutside text() {
        return new NotFromOutside(
                "Kommentarer og vedlegg hører hjemme i saken. Skriv i skjemaet til oppgaven, der bare de som skal, ser det.");
    }

    public static NotFromOutside task() {
        return new NotFromOutside("Oppgaver lages, endres og avsluttes av saksgangen. Fyll ut skjemaet til oppgaven.");
    }

    public static NotFromOutside event() {
        return new NotFromOutside("Hendelser i en sak meldes med skjemaet «Registrer hendelse i en sak».");
    }
}
