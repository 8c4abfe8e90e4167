package no.tolv.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a pupil's written plan (§ 12-4 third paragraph); its measures are kept beside it.
 *
 * @param version 1 for the case's first plan, one more for each that replaces it
 * @param round the case's round when it was written
 * @param evaluationOn the school day on which the whole plan is evaluated
 * @param archiveNumber the case's number in the municipality's archive, or null
 * @param activatedAt when it came into force, or null for a draft
 * @param documentId the PDF of this version, or null for a draft
 */
public record ActivityPlan(
        String caseNumber,
        int version,
        int round,
        Status status,
        Texts texts,
        LocalDate evaluationOn,
        String archiveNumber,
        String createdBy,
        Instant createdAt,
        Instant activatedAt,
        String documentId) {

    /** Where a version stands; a case has at most one that is active. */
    public enum Status {
        DRAFT,
        ACTIVE,
        REPLACED,
        ENDED
    }

    /**
     * What is written in the plan besides the measures.
     *
     * @param levelReason why most measures are not for the class or the school, or null
     * @param communicationSummary what school, pupil and guardians have talked about, or null
     */
    public record Texts(
            String problemPupil,
            String problemFindings,
            String groupAssessment,
            String pupilView,
            String guardiansView,
            String bestInterest,
            String schoolAssessment,
            String levelReason,
            String communicationSummary) {}
}
