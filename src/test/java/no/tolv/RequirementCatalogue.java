package no.tolv;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which rows the catalogue of the five plans has, and of which kind each is. */
class RequirementCatalogue {

    private static final Map<Character, String> KINDS = Map.ofEntries(
            Map.entry('p', "process-step"),
            Map.entry('t', "timer"),
            Map.entry('e', "escalation-rule"),
            Map.entry('f', "form-field"),
            Map.entry('d', "document"),
            Map.entry('r', "recurring"),
            Map.entry('a', "role/access"),
            Map.entry('c', "archive"),
            Map.entry('g', "guidance"),
            Map.entry('m', "reporting"),
            Map.entry('x', "out"));

    /** Per plan one letter for each row, in tens; the row's number is the letter's place. */
    private static final String ROWS = """
            NIT gdrpagxfgp pdfapfrrcd pggfrgfpge eeeeepdepp pfgpcapppp fgfppcdcff cdrdrprddp eepeepfffd ftedpgtpad fpfffrrprm gpaeeppppp caaxrfrdpr rfgg
            TRO pfdfmfgffg xggpgrfrrr rrpxrrrrrr axrdrrfrpr rrprprrrrr rrrrrrrxpe pgrfcraaxd rrrrrrpaff pcgmpppapp ppfepgcepe pftpcpdfff gptfg
            HJE gfffpxrprf drrrprprdf rfdgprrrrr frprprrppr armacpgfpf eepafeeeee ppapfpcdff fftffpteff afddaeaddd pdrprrrrmg afffffffff ec
            MID xgmmpmmffd agfdfffgxr rprrarrggg rrrrpdrrdr rrrdrrrrrr rrrrrrdara pfrpgarprr rrrrdrrrcf rrrrrrrrrr pdaptppdee epppepdtpp ppmppptppa ftgggppprr rrrrxgdppf fppppppcpp dffeepppdp ppfdepprpp pfcad
            OPP pppaadpxgr rrrprrgadr frdrrpprrr rgfaddrrrr rrrrgaapaf rpaarrrrrp rgarrrrrrr rgpfgfefrr rrfpdddfff ftpeeeaapd pfrtrrrm
            """;

    private RequirementCatalogue() {}

    /** The kind of each row, by id, in the order of the catalogue. */
    static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        ROWS.lines().forEach(line -> {
            String plan = line.substring(0, 3);
            String letters = line.substring(3).replace(" ", "");
            for (int row = 1; row <= letters.length(); row++) {
                kinds.put("%s-%02d".formatted(plan, row), KINDS.get(letters.charAt(row - 1)));
            }
        });
        return kinds;
    }
}
