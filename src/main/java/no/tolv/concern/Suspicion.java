package no.tolv.concern;

/**
 * Whom a report points at, and where its case must live.
 *
 * @param suspect pupil, employee, leader, unknown or none
 * @param staff staff id of the suspected, or null
 * @param school the pupil's unit
 * @param unit the unit whose tenant the case lives in
 */
record Suspicion(String suspect, String staff, String school, String unit) {

    boolean ofLeader() {
        return "leader".equals(suspect);
    }
}
