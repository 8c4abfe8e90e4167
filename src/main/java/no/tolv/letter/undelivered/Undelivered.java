package no.tolv.letter.undelivered;

/**
 * Mail to one recipient in one case that does not get there.
 *
 * @param caseNumber the case, or what else the mail serves
 * @param recipient staff id, or guardian id when {@code toGuardian}
 * @param unit whose language the mail has
 */
record Undelivered(String id, String caseNumber, String recipient, boolean toGuardian, String unit) {

    String key() {
        return caseNumber + "|" + recipient + "|" + toGuardian;
    }
}
