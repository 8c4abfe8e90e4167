package no.tolv.access;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.tolv.casefile.CaseChapter;
import no.tolv.casefile.CaseFile;
import no.tolv.casefile.CaseLog;
import no.tolv.casefile.Exclusions;
import no.tolv.casefile.Hearings;
import no.tolv.casefile.Involvements;
import no.tolv.casefile.LogEntry;
import no.tolv.casefile.NeedToKnow.View;
import no.tolv.casefile.People;
import no.tolv.casefile.Person;
import no.tolv.casefile.TaskRecord;
import no.tolv.casefile.TaskRecords;
import no.tolv.engine.form.CaseTasks;
import no.tolv.engine.form.CaseTasks.CaseTask;
import no.tolv.letter.Documents;
import no.tolv.organisation.Organisation;
import no.tolv.organisation.Pupil;
import no.tolv.organisation.Unit;
import org.springframework.stereotype.Component;

/** Gathers what there is to tell of a case; how much of it the reader may have is decided before. */
@Component
class CaseReports {

    private final Organisation organisation;
    private final People people;
    private final Lines lines;
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
        this.lines = new Lines(people);
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

    Record of(CaseAccess.Opened opened, String reader) {
        return switch (opened.view()) {
            case WHOLE -> whole(opened.file());
            case PART -> part(opened.file(), reader);
            case RECEIPT -> CaseReport.Receipt.of(opened.file());
            case NONE -> throw new NoSuchCase();
        };
    }

    private CaseReport whole(CaseFile file) {
        String caseNumber = file.caseNumber();
        List<LogEntry> entries = log.entries(caseNumber);
        List<TaskRecord> answered = records.of(caseNumber);
        List<CaseTask> open = tasks.of(caseNumber);
        Instant now = clock.instant();
        return report(
                View.WHOLE,
                file,
                new Content(
                        involvements.of(caseNumber).stream()
                                .map(lines::involved)
                                .toList(),
                        exclusions.of(caseNumber).stream()
                                .sorted()
                                .map(people::staff)
                                .toList(),
                        open.stream().map(task -> lines.waiting(task, now)).toList(),
                        new DutyLedger(entries, answered, open, people, now).lines(),
                        hearings.of(caseNumber).stream().map(lines::heard).toList(),
                        answered.stream().map(lines::answered).toList(),
                        entries.stream().map(lines::entry).toList(),
                        documents.of(caseNumber).stream()
                                .map(document -> lines.kept(caseNumber, document))
                                .toList(),
                        chapters(chapter -> chapter.of(caseNumber))));
    }

    /** The person's own tasks and what they wrote themselves: nobody else's words, and no documents. */
    private CaseReport part(CaseFile file, String person) {
        String caseNumber = file.caseNumber();
        Instant now = clock.instant();
        return report(
                View.PART,
                file,
                new Content(
                        involvements.of(caseNumber).stream()
                                .filter(involvement -> involvement.person().equals(person))
                                .map(lines::involved)
                                .toList(),
                        null,
                        tasks.of(caseNumber, person).stream()
                                .map(task -> lines.waiting(task, now))
                                .toList(),
                        null,
                        hearings.of(caseNumber).stream()
                                .filter(hearing -> person.equals(hearing.heardBy()))
                                .map(lines::heard)
                                .toList(),
                        records.of(caseNumber).stream()
                                .filter(record -> person.equals(record.actor()))
                                .map(lines::answered)
                                .toList(),
                        log.entries(caseNumber).stream()
                                .filter(entry -> person.equals(entry.actor()))
                                .map(lines::entry)
                                .toList(),
                        null,
                        chapters(chapter -> chapter.partOf(caseNumber, person))));
    }

    /** What stands below the heading. */
    private record Content(
            List<CaseReport.Involved> involved,
            List<Person> excluded,
            List<CaseReport.Waiting> tasks,
            List<DutyLedger.Line> dutyLedger,
            List<CaseReport.Heard> hearings,
            List<CaseReport.Answered> records,
            List<CaseReport.Entry> log,
            List<CaseReport.Kept> documents,
            Map<String, Object> chapters) {}

    private CaseReport report(View view, CaseFile file, Content content) {
        Optional<Pupil> pupil = Optional.ofNullable(file.pupil()).flatMap(organisation::pupil);
        Optional<Pupil> here = pupil.filter(known -> isAt(file, known));
        return new CaseReport(
                view,
                file.caseNumber(),
                file.unit(),
                organisation.unit(file.unit()).map(Unit::name).orElse(file.unit()),
                file.pupil(),
                pupil.map(Pupil::name).orElse(null),
                here.map(Pupil::grade).orElse(null),
                people.staff(here.map(Pupil::contactTeacher).orElse(null)),
                file.status(),
                CaseReport.Phase.of(file.status()),
                file.round(),
                file.openedAt(),
                file.raisedWithPrincipalAt(),
                file.wallAt(),
                content.involved(),
                content.excluded(),
                content.tasks(),
                content.dutyLedger(),
                content.hearings(),
                content.records(),
                content.log(),
                content.documents(),
                content.chapters());
    }

    /** What has become of a pupil who changed school is the new school's to know. */
    private boolean isAt(CaseFile file, Pupil pupil) {
        return pupil.unit().equals(file.unit())
                || organisation
                        .unit(pupil.unit())
                        .map(Unit::owner)
                        .filter(file.unit()::equals)
                        .isPresent();
    }

    private Map<String, Object> chapters(Function<CaseChapter, Object> content) {
        Map<String, Object> found = new HashMap<>();
        chapters.forEach(chapter -> found.put(chapter.name(), content.apply(chapter)));
        found.values().removeIf(chapter -> chapter == null);
        return found;
    }
}
