package no.tolv.casefile;

import java.time.Instant;

/**
 * One line of a case's log, as it was written.
 *
 * @param actor staff id, or {@code tolv} for what the system did itself
 * @param writtenAt server time
 * @param happenedAt when it happened, as told; the same as {@code writtenAt} when nothing else was told
 * @param element id of the diagram element
 * @param diagram key and version of the diagram, for example {@code activityDuty:3}
 * @param what short heading without names
 * @param text what was said, in full
 * @param corrects sequence number of the entry this one corrects, or null
 * @param hash SHA-256 over the entry before it in the case and this entry's own content
 */
public record LogEntry(
        String caseNumber,
        int sequence,
        String actor,
        String role,
        Instant writtenAt,
        Instant happenedAt,
        Duty duty,
        String element,
        String diagram,
        String what,
        String text,
        Integer corrects,
        String hash) {}
