package no.tolv.reading;

import java.util.Arrays;

/** Why a reading may be out of the ordinary; whether it is, stands in the {@code readingRules} table. */
enum Sign {
    REFUSED("refused", "Ble avvist"),
    KEPT_OUT("keptOut", "Er tatt ut av saken, og prøvde å lese den"),
    OUTSIDE_HOURS("outsideHours", "Leste utenom arbeidstid"),
    MANY_CASES("manyCases", "Leste mange saker samme dag"),
    CLOSED_CASE("closedCase", "Leste en sak som er avsluttet");

    private final String code;
    private final String told;

    Sign(String code, String told) {
        this.code = code;
        this.told = told;
    }

    /** What the table and the database write. */
    String code() {
        return code;
    }

    /** What the reviewer reads. */
    String told() {
        return told;
    }

    static Sign of(String code) {
        return Arrays.stream(values())
                .filter(sign -> sign.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
