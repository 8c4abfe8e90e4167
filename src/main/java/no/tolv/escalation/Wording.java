package no.tolv.escalation;

import java.util.Map;
import java.util.Set;

/** What notices say in the case: why somebody is told, never about whom. */
final class Wording {

    private static final Map<String, String> EVENTS = Map.of(
            "reported", "Det er meldt en bekymring for at en elev ikke har det trygt og godt",
            "employeeSuspected", "Det er mistanke om at en som arbeider på skolen, krenker en elev",
            "leaderSuspected", "Det er mistanke om at en i ledelsen ved skolen krenker en elev",
            "serious", "Saken er vurdert som alvorlig",
            "absentUnsafe", "En elev er borte fra skolen fordi eleven ikke har det trygt og godt",
            "violence", "Det er meldt om vold, og anmeldelse skal vurderes sammen med skoleeier",
            "planMade", "Det er laget en aktivitetsplan",
            "planExtended", "Aktivitetsplanen er forlenget etter evaluering",
            "wallReached", "Det er gått fem arbeidsdager siden saken ble tatt opp, og ingen plan gjelder",
            "measureStarted", "Et tiltak er satt i gang");

    private static final Map<String, String> RECIPIENTS = Map.ofEntries(
            Map.entry(Notice.GUARDIANS, "foresatte"),
            Map.entry("owner", "skoleeier"),
            Map.entry("ownerAdviser", "rådgiver hos skoleeier"),
            Map.entry("assistanceTeam", "bistandsteamet"),
            Map.entry("principal", "rektor"),
            Map.entry("deputyPrincipal", "rektors stedfortreder"),
            Map.entry("departmentHead", "avdelingsleder"),
            Map.entry("inspector", "inspektør"),
            Map.entry("gradeLeader", "trinnleder"),
            Map.entry("contactTeacher", "kontaktlærer"),
            Map.entry("socialTeacher", "sosiallærer"),
            Map.entry("counsellor", "rådgiver"),
            Map.entry("environmentTeam", "miljøteamet"),
            Map.entry("nurse", "helsesykepleier"),
            Map.entry("kindergartenHead", "styrer"));

    private Wording() {}

    static Set<String> events() {
        return EVENTS.keySet();
    }

    static String event(String code) {
        return EVENTS.getOrDefault(code, "Det er noe nytt i saken");
    }

    static String recipient(String code) {
        return RECIPIENTS.getOrDefault(code, "ansvarlig ved enheten");
    }

    static String heading(Notice notice) {
        return "Varsel til " + recipient(notice.recipient()) + ": " + event(notice.event());
    }

    static String noticeText(String caseNumber, String event) {
        return "Sak " + caseNumber + ": " + event(event) + ".";
    }
}
