package no.tolv.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody writes in a form, complete and lawful unless a scenario says otherwise. */
public class Answers {

    private final Map<String, Object> fields = new HashMap<>();

    private Answers(Map<String, Object> fields) {
        this.fields.putAll(fields);
    }

    public Answers with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public Answers without(String field) {
        fields.remove(field);
        return this;
    }

    public Map<String, Object> fields() {
        return fields;
    }

    public static Answers none() {
        return new Answers(Map.of());
    }

    public static Answers reportConcern(String pupil, LocalDate today) {
        return new Answers(Map.of(
                        "pupil",
                        pupil,
                        "happenedOn",
                        today.toString(),
                        "discoveredHow",
                        "ownObservation",
                        "arena",
                        "outdoors",
                        "suspect",
                        "pupil",
                        "repeated",
                        "repeated",
                        "whatHappened",
                        "Eleven ble stående alene i friminuttet tre dager på rad.",
                        "intervened",
                        "yes",
                        "whatDone",
                        "Jeg gikk bort og ble med eleven inn i leken."))
                .with("stopped", "yes")
                .with("saidClearly", "yes");
    }

    public static Answers receiveReport() {
        return new Answers(Map.of("receipt", "ownCase", "serious", "no", "absentUnsafe", "no"));
    }

    public static Answers clarifyRoles(String investigator) {
        return new Answers(Map.of(
                "immediateNeeded", "no",
                "immediateReason", "Ekstra tilsyn er allerede satt inn i friminuttene.",
                "investigator", investigator,
                "talksWithPupil", investigator,
                "informsGuardians", investigator));
    }

    public static Answers hearPupil(String safe, LocalDate today) {
        return new Answers(Map.of(
                "heardOn", today.toString(),
                "how", "talk",
                "statement", "Jeg gruer meg til friminuttene.",
                "safe", safe,
                "weighed", "Eleven er gammel nok til at ordene teller fullt."));
    }

    public static Answers hearOtherPupil(LocalDate today) {
        return new Answers(Map.of(
                "heardOn", today.toString(),
                "how", "talk",
                "statement", "Jeg har sett det samme.",
                "weighed", "Forteller fritt."));
    }

    public static Answers investigate(String responsible, LocalDate today) {
        return new Answers(Map.of(
                "methods",
                List.of("pupilTalks", "observation"),
                "activities",
                List.of(Map.of(
                        "what",
                        "Observasjon i friminutt",
                        "responsible",
                        responsible,
                        "doneOn",
                        today.toString(),
                        "participants",
                        "Hele 5. trinn",
                        "result",
                        "Eleven går alene.")),
                "findings",
                "Eleven holdes utenfor i friminuttene.",
                "environment",
                "Lite voksentilsyn ved ballbingen."));
    }

    public static Answers informGuardians(LocalDate today) {
        return new Answers(Map.of(
                "informedOn", today.toString(),
                "channel", "phone",
                "concerned", "Hvordan eleven har det i friminuttene.",
                "agreed", "Skolen ringer igjen på fredag.",
                "rightsTold", true));
    }

    public static Answers analyse(String measuresNeeded) {
        return new Answers(Map.of(
                "maintainingFactors", "Leken er lukket for nye.",
                "adultsCanChange", "Vi kan dele ut leker og være flere ute.",
                "needs", "Noen å være sammen med.",
                "participants", "Kontaktlærer og sosiallærer",
                "bestInterest", "Det er til elevens beste at tiltakene gjelder hele gruppa.",
                "conclusion", "Eleven har det ikke trygt og godt.",
                "measuresNeeded", measuresNeeded));
    }

    public static Map<String, Object> measure(
            String level, String responsible, LocalDate from, LocalDate to, LocalDate evaluationOn) {
        return Map.of(
                "what",
                "Voksenstyrt lek i friminuttene (" + level + ")",
                "cause",
                "Leken er lukket for nye.",
                "level",
                level,
                "target",
                level.equals("individual") ? "exposed" : "environment",
                "responsible",
                responsible,
                "from",
                from.toString(),
                "to",
                to.toString(),
                "evaluationOn",
                evaluationOn.toString(),
                "effectSign",
                "Eleven har noen å være sammen med hver dag.",
                "intrusive",
                "no");
    }

    public static Answers writePlan(LocalDate evaluationOn, List<Map<String, Object>> measures) {
        return new Answers(Map.of(
                        "problemPupil", "Jeg gruer meg til friminuttene.",
                        "problemFindings", "Eleven holdes utenfor.",
                        "groupAssessment", "Tiltak for gruppa er vurdert først.",
                        "measures", measures,
                        "evaluationOn", evaluationOn.toString(),
                        "pupilView", "Vil ha noen å spille med.",
                        "guardiansView", "Er enige.",
                        "bestInterest", "Tiltakene er til elevens beste.",
                        "schoolAssessment", "Tiltakene er egnede.",
                        "lawful", true))
                .with("evaluationAgreedWith", "both")
                .with("levelReason", "Gruppa er liten, så tiltakene for eleven veier tyngst nå.");
    }

    public static Answers gatherInformation() {
        return new Answers(Map.of("sources", List.of("observation"), "summary", "Det går bedre i friminuttene."));
    }

    public static Answers discussInTeam(LocalDate today) {
        return new Answers(
                Map.of("discussedOn", today.toString(), "consent", "anonymous", "advice", "Hold fram en stund til."));
    }

    public static Answers weeklyFollowUp() {
        return new Answers(Map.of("notCarriedOut", "no"));
    }

    public static Answers evaluatePlan(String safe, LocalDate today, List<Map<String, Object>> measures) {
        return new Answers(Map.of(
                "heardOn",
                today.toString(),
                "pupilParticipated",
                "meeting",
                "statement",
                "yes".equals(safe) ? "Nå er det fint." : "Det er ikke bra ennå.",
                "safe",
                safe,
                "guardiansParticipation",
                "meeting",
                "guardiansOn",
                today.toString(),
                "guardiansView",
                "Ser det samme.",
                "measures",
                measures,
                "othersConsidered",
                "Ingen andre trenger å høres nå.",
                "bestInterest",
                "Vurdert på nytt."));
    }

    public static Answers closePlan(LocalDate today, LocalDate watchUntil) {
        return new Answers(Map.of(
                "meetingOn", today.toString(),
                "participants", "Eleven, foresatte og kontaktlærer",
                "minutes", "Alle er enige om at det er trygt og godt.",
                "howSchoolWatches", "Kontaktlærer spør hver fredag.",
                "watchUntil", watchUntil.toString(),
                "guardiansInformed", true,
                "bestInterest", "Det beste er at planen avsluttes."));
    }

    public static Answers askAgain(String safe, LocalDate today) {
        return new Answers(Map.of(
                "heardOn",
                today.toString(),
                "how",
                "talk",
                "statement",
                "yes".equals(safe) ? "Det er fortsatt fint." : "Det har begynt igjen.",
                "safe",
                safe));
    }

    public static Answers followUpMeasure(LocalDate today) {
        return new Answers(
                Map.of("carriedOut", "yes", "carriedOutOn", today.toString(), "note", "Gjennomført hver dag."));
    }

    public static Answers evaluateMeasure(String effect) {
        return new Answers(Map.of("effect", effect, "note", "Sett i friminuttene."));
    }

    public static Answers confirmReceipt() {
        return new Answers(Map.of("received", true));
    }

    public static Answers assessNewInformation(String serious) {
        return new Answers(Map.of("assessment", "Opplysningene styrker saken.", "serious", serious));
    }

    public static Answers informAboutRights(LocalDate today) {
        return new Answers(Map.of(
                "informedOn",
                today.toString(),
                "channel",
                "phone",
                "told",
                "At saken kan meldes til Statsforvalteren."));
    }

    static Answers toldOtherWay() {
        return new Answers(Map.of("outcome", "toldOtherWay", "how", "Ringte i dag klokka ni."));
    }

    public static Answers caseEvent(String caseNumber, String event, LocalDate today) {
        return new Answers(Map.of(
                "case", caseNumber, "event", event, "happenedOn", today.toString(), "text", "Det har hendt noe nytt."));
    }
}
