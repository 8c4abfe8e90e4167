package no.tolv.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * One measure of one version of a plan (§ 12-4 third paragraph b–e).
 *
 * @param position the measure's number in its version, from 1
 * @param cause the factor it addresses, or null where the municipality does not ask for it
 * @param target whom it is aimed at, or null when nobody said
 * @param responsible staff id of the person who carries it out
 * @param evaluationOn a school day after {@code startsOn}
 * @param effectSign how one will see that it works
 * @param intrusive true when it needs an individual decision before it starts (INV-16)
 */
public record Measure(
        UUID id,
        String caseNumber,
        int planVersion,
        int position,
        String what,
        String cause,
        Level level,
        Target target,
        String responsible,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate evaluationOn,
        String effectSign,
        boolean intrusive,
        Status status,
        Instant statusAt) {

    /** The level a measure works on (NIT-95). */
    public enum Level {
        INDIVIDUAL("individual", "Individ"),
        GROUP("group", "Gruppe"),
        CLASS("class", "Klasse og trinn"),
        SCHOOL("school", "Skole");

        private final String code;
        private final String label;

        Level(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        /** True for the levels that reach beyond the pupil and the group (TRO-110). */
        public boolean isWide() {
            return this == CLASS || this == SCHOOL;
        }

        /** @throws IllegalArgumentException when there is no such level */
        public static Level of(String code) {
            return Arrays.stream(values())
                    .filter(level -> level.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Det finnes ikke noe nivå «" + code + "»."));
        }
    }

    /** Whom a measure is aimed at (HJE-79). */
    public enum Target {
        EXPOSED("Eleven"),
        OFFENDER("Den eller de som krenker"),
        BYSTANDERS("Tilskuere"),
        ENVIRONMENT("Miljøet i gruppa eller klassen"),
        SCHOOL("Hele skolemiljøet");

        private final String label;

        Target(String label) {
            this.label = label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return label;
        }

        /** @throws IllegalArgumentException when there is no such target */
        public static Target of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Where a measure stands. */
    public enum Status {
        DRAFT("utkast"),
        ACTIVE("pågår"),
        CARRIED_OUT("gjennomført"),
        NOT_CARRIED_OUT("ikke gjennomført"),
        REPLACED("avløst"),
        ENDED("avsluttet");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** True when the two say the same thing, however it is spaced and cased (NIT-55). */
    public boolean saysTheSameAs(Measure other) {
        return bare(what).equals(bare(other.what));
    }

    private static String bare(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "").toLowerCase(Locale.ROOT);
    }
}
