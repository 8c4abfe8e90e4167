package no.tolv.access;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.Duty;
import no.tolv.casefile.Involvements.Part;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.casefile.Person;

/**
 * A case as somebody who handles it sees it. Those who see their part only have in the lists what is theirs, and null
 * where nothing ever is.
 *
 * @param view how much of the case this is
 * @param pupil id of the pupil, or null while it is not known whom the report concerns
 * @param chapters what the features have to say, by name
 */
record CaseReport(
        View view,
        String caseNumber,
        String unit,
        String unitName,
        String pupil,
        String pupilName,
        String grade,
        Person contactTeacher,
        CaseFile.Status status,
        Phase phase,
        int round,
        Instant openedAt,
        Instant raisedWithPrincipalAt,
        Instant wallAt,
        List<Involved> involved,
        List<Person> excluded,
        List<Waiting> tasks,
        List<DutyLedger.Line> dutyLedger,
        List<Heard> hearings,
        List<Answered> records,
        List<Entry> log,
        List<Kept> documents,
        @JsonAnyGetter Map<String, Object> chapters) {

    /** Which part of the duty the case is in. */
    enum Phase {
        INVESTIGATE,
        MEASURE,
        FOLLOW,
        ENDED;

        static Phase of(CaseFile.Status status) {
            return switch (status) {
                case RECEIVED -> INVESTIGATE;
                case INVESTIGATED, PLANNED -> MEASURE;
                case WATCHED -> FOLLOW;
                case CLOSED, DUPLICATE -> ENDED;
            };
        }
    }

    /** What a reporter without any other part is told: that the report was received, and when. */
    record Receipt(String caseNumber, CaseFile.Status status, Instant openedAt) {

        static Receipt of(CaseFile file) {
            return new Receipt(file.caseNumber(), CaseFile.Status.RECEIVED, file.openedAt());
        }
    }

    record Involved(Person person, Part part) {}

    /** An open task; {@code roles} and {@code candidates} are empty when somebody has it. */
    record Waiting(
            String name,
            String title,
            String duty,
            Instant createdAt,
            Instant dueAt,
            boolean late,
            Person assignee,
            List<String> roles,
            List<Person> candidates) {}

    record Heard(
            int round,
            Person pupil,
            Person heardBy,
            LocalDate heardOn,
            String how,
            String statement,
            Boolean safe,
            boolean declined,
            String weighed,
            Instant recordedAt) {}

    record Answered(
            int round,
            String form,
            Person actor,
            Instant recordedAt,
            Instant dueAt,
            boolean late,
            Map<String, Object> answers) {}

    record Entry(
            int sequence,
            Person actor,
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

    /** A document of the case; {@code href} is where it can be fetched. */
    record Kept(
            String id,
            String kind,
            int version,
            String title,
            String mediaType,
            Instant createdAt,
            String template,
            String templateVersion,
            String href) {}
}
