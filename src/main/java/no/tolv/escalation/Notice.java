package no.tolv.escalation;

/**
 * Somebody is to be told that something has happened in a case.
 *
 * @param event code of what has happened
 * @param occurrence which time in the round, 1 for the first
 * @param recipient role, or {@code guardians}
 * @param unit the unit the role is held at, the owner for the owner's roles
 * @param content mail template
 */
record Notice(
        String id,
        String caseNumber,
        int round,
        String event,
        int occurrence,
        String recipient,
        String unit,
        String content) {

    static final String GUARDIANS = "guardians";

    boolean toGuardians() {
        return GUARDIANS.equals(recipient);
    }
}
