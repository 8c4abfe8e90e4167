package no.tolv.casefile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A pupil was heard, or chose not to speak (§ 10-2, INV-12).
 *
 * @param pupil the one heard: the case's own pupil or another
 * @param safe what the pupil said of being safe and well; null when another pupil was heard or the pupil did not say
 * @param declined true when the pupil chose not to speak; the reason then stands in {@code weighed}
 */
public record Hearing(
        String caseNumber,
        int round,
        String pupil,
        String heardBy,
        LocalDate heardOn,
        String how,
        String statement,
        Boolean safe,
        boolean declined,
        String weighed,
        Instant recordedAt) {}
