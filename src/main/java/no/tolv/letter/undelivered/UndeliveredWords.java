package no.tolv.letter.undelivered;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.People;
import no.tolv.letter.MailTexts;
import no.tolv.organisation.Guardian;
import no.tolv.organisation.Organisation;
import org.springframework.stereotype.Component;

/** Tells who cannot be reached, why, and what would mend it. */
@Component
class UndeliveredWords {

    private static final String GONE = "E-posten har siden gått, eller er ikke lenger stanset. Velg «Prøv igjen».";
    private static final Map<String, String> REASONS = Map.of(
            "noAddress",
            "Mottakeren står uten e-postadresse, eller med en som ikke kan brukes. Få adressen rettet i listen over"
                    + " ansatte eller foresatte.",
            "refused",
            "Mottakerens e-posttjener avviser adressen. Spør mottakeren om rett adresse, og få den rettet i listen"
                    + " over ansatte eller foresatte.",
            "unknown",
            "Mottakeren finnes ikke lenger i listene. Si det til den som skal vite det nå.",
            "inactive",
            "Mottakeren har sluttet. Si det til den som har tatt over.",
            "noRole",
            "Mottakeren arbeider ikke lenger ved enheten. Si det til den som har tatt over.",
            "excluded",
            "Mottakeren er tatt ut av saken og skal ikke ha e-post om den. Er det noe en annen må vite, si det til den.",
            "noParentalResponsibility",
            "Mottakeren står uten foreldreansvar og skal ikke ha e-post om saken. Er det feil, få listen over foresatte"
                    + " rettet.",
            "protectedAddress",
            "Mottakeren har beskyttet adresse og får aldri e-post. Ring, eller snakk med mottakeren.",
            "noArchiveNumber",
            "E-posten er bare saksnummeret i arkivet, og det står ikke i aktivitetsplanen. Gi mottakeren saksnummeret"
                    + " på annen måte.");

    private final CaseFiles cases;
    private final Organisation organisation;
    private final People people;
    private final MailTexts texts;

    UndeliveredWords(CaseFiles cases, Organisation organisation, People people, MailTexts texts) {
        this.cases = cases;
        this.organisation = organisation;
        this.people = people;
        this.texts = texts;
    }

    String situation(Undelivered mail, List<UndeliveredMails.Stopped> stopped) {
        if (stopped.isEmpty()) {
            return GONE;
        }
        String which = stopped.stream()
                .map(one -> "«" + texts.subject(one.template(), "nb") + "»")
                .distinct()
                .collect(Collectors.joining(", "));
        String why = stopped.stream()
                .map(one -> REASONS.getOrDefault(one.code(), "E-posten kan ikke sendes."))
                .distinct()
                .collect(Collectors.joining("\n"));
        return "Mottaker: " + recipient(mail) + "\nE-post: " + which + "\n" + why;
    }

    private String recipient(Undelivered mail) {
        return mail.toGuardian()
                ? guardian(mail) + " (foresatt)"
                : people.staff(mail.recipient()).name() + " (ansatt)";
    }

    private String guardian(Undelivered mail) {
        return cases.find(mail.caseNumber()).stream()
                .flatMap(file -> organisation.guardiansOf(file.pupil()).stream())
                .filter(guardian -> guardian.id().equals(mail.recipient()))
                .map(Guardian::name)
                .findFirst()
                .orElse(mail.recipient());
    }
}
