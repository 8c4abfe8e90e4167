package no.tolv.access;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.tolv.casefile.CaseChapter;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Hearings;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.LogEntry;
import no.tolv.casefile.People;
import no.tolv.casefile.TaskRecord;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.form.CaseTasks;
import no.tolv.engine.form.CaseTasks.CaseTask;
import no.tolv.letter.Documents;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** Gathers all there is to tell of a case; whether the reader may have it is decided before. */
@Component
class CaseReports {

    private final Organisation organisation;
    private final People people;
    private final Involvements involvements;
    private final Exclusions exclusions;
    private final CaseTasks tasks;
    private final Hearings hearings;
    private final TaskRecords records;
    private final CaseLog log;
    private final Documents documents;
    private final List<CaseChapter> chapters;
    private final Clock clock;

    CaseReports(
            Organisation organisation,
            People people,
            Involvements involvements,
            Exclusions exclusions,
            CaseTasks tasks,
            Hearings hearings,
            TaskRecords records,
            CaseLog log,
            Documents documents,
            List<CaseChapter> chapters,
            Clock clock) {
        this.organisation = organisation;
        this.people = people;
        this.involvements = involvements;
        this.exclusions = exclusions;
        this.tasks = tasks;
        this.hearings = hearings;
        this.records = records;
        this.log = log;
        this.documents = documents;
        this.chapters = chapters;
        this.clock = clock;
    }

    CaseReport of(CaseFile file) {
        String caseNumber = file.caseNumber();
        Optional<Pupil> pupil = Optional.ofNullable(file.pupil()).flatMap(organisation::pupil);
        List<LogEntry> entries = log.entries(caseNumber);
        List<TaskRecord> answered = records.of(caseNumber);
        List<CaseTask> open = tasks.of(caseNumber);
        Instant now = clock.instant();
        return new CaseReport(
                caseNumber,
                file.unit(),
                organisation.unit(file.unit()).map(Unit::name).orElse(file.unit()),
                file.pupil(),
                pupil.map(Pupil::name).orElse(null),
                pupil.map(Pupil::grade).orElse(null),
                people.staff(pupil.map(Pupil::contactTeacher).orElse(null)),
                file.status(),
                CaseReport.Phase.of(file.status()),
                file.round(),
                file.openedAt(),
                file.raisedWithPrincipalAt(),
                file.wallAt(),
                involved(caseNumber),
                exclusions.of(caseNumber).stream().sorted().map(people::staff).toList(),
                open.stream().map(task -> waiting(task, now)).toList(),
                new DutyLedger(entries, answered, open, people, now).lines(),
                heard(caseNumber),
                answered.stream().map(this::answered).toList(),
                entries.stream().map(this::entry).toList(),
                kept(caseNumber),
                chapters(caseNumber));
    }

    private List<CaseReport.Involved> involved(String caseNumber) {
        return involvements.of(caseNumber).stream()
                .map(involvement -> new CaseReport.Involved(
                        involvement.part() == Involvements.Part.OTHER_PUPIL
                                ? people.pupil(involvement.person())
                                : people.staff(involvement.person()),
                        involvement.part()))
                .toList();
    }

    private CaseReport.Waiting waiting(CaseTask task, Instant now) {
        return new CaseReport.Waiting(
                task.name(),
                task.title(),
                task.duty() == null ? null : task.duty().code(),
                task.createdAt(),
                task.dueAt(),
                task.dueAt() != null && now.isAfter(task.dueAt()),
                people.staff(task.assignee()),
                task.roles(),
                task.candidates().stream().map(people::staff).toList());
    }

    private List<CaseReport.Heard> heard(String caseNumber) {
        return hearings.of(caseNumber).stream()
                .map(hearing -> new CaseReport.Heard(
                        hearing.round(),
                        people.pupil(hearing.pupil()),
                        people.staff(hearing.heardBy()),
                        hearing.heardOn(),
                        hearing.how(),
                        hearing.statement(),
                        hearing.safe(),
                        hearing.declined(),
                        hearing.weighed(),
                        hearing.recordedAt()))
                .toList();
    }

    private CaseReport.Answered answered(TaskRecord record) {
        return new CaseReport.Answered(
                record.round(),
                record.form(),
                people.staff(record.actor() == null ? "anonymous" : record.actor()),
                record.recordedAt(),
                record.dueAt(),
                record.isLate(),
                record.answers());
    }

    private CaseReport.Entry entry(LogEntry entry) {
        return new CaseReport.Entry(
                entry.sequence(),
                people.staff(entry.actor()),
                entry.role(),
                entry.writtenAt(),
                entry.happenedAt(),
                entry.duty(),
                entry.element(),
                entry.diagram(),
                entry.what(),
                entry.text(),
                entry.corrects(),
                entry.hash());
    }

    private List<CaseReport.Kept> kept(String caseNumber) {
        return documents.of(caseNumber).stream()
                .map(document -> new CaseReport.Kept(
                        document.id(),
                        document.kind(),
                        document.version(),
                        document.title(),
                        document.mediaType(),
                        document.createdAt(),
                        document.template(),
                        document.templateVersion(),
                        "/api/cases/" + caseNumber + "/documents/" + document.id()))
                .toList();
    }

    private Map<String, Object> chapters(String caseNumber) {
        return chapters.stream().collect(toMap(CaseChapter::name, chapter -> chapter.of(caseNumber)));
    }
}
