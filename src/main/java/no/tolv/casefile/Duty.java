package no.tolv.casefile;

/** The five parts of the activity duty and the duty to document (§ 12-4); the code is what a diagram's {@code duty} mark writes. */
public enum Duty {
    FOLLOW("follow"),
    INTERVENE("intervene"),
    NOTIFY("notify"),
    INVESTIGATE("investigate"),
    MEASURE("measure"),
    DOCUMENT("document");

    private final String code;

    Duty(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Duty of(String code) {
        for (Duty duty : values()) {
            if (duty.code.equals(code)) {
                return duty;
            }
        }
        throw new IllegalArgumentException("Det finnes ingen plikt «" + code + "».");
    }
}
