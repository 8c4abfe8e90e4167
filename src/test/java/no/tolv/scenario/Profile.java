package no.tolv.scenario;

/** Who does what in a case at one of the five plans' schools. */
record Profile(String unit, String owner, String investigator, String archiveNumber) {

    static final Profile MIDTSTUEN = new Profile("midtstuen", "oslo", "midtstuen-counsellor", null);
    static final Profile TROSTERUD = new Profile("trosterud", "oslo", "trosterud-social-teacher", null);
    static final Profile HJELLESTAD = new Profile("hjellestad", "bergen", "hjellestad-contact-teacher", null);
    static final Profile HAGEN = new Profile("hagen", "nittedal", "hagen-contact-teacher", "2027/1234");
    static final Profile AUNE = new Profile("aune", "oppdal", "aune-contact-teacher", null);

    String teacher() {
        return unit + "-contact-teacher";
    }

    String principal() {
        return unit + "-principal";
    }

    String kommunalsjef() {
        return owner + "-owner";
    }

    String pupil(int number) {
        return "p-%s-%02d".formatted(unit, number);
    }
}
