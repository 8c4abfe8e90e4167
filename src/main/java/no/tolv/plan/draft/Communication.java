package no.tolv.plan.draft;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import no.tolv.casefile.CaseFiles;
import no.tolv.casefile.Hearing;
import no.tolv.casefile.Hearings;
import no.tolv.casefile.TaskRecord;
import no.tolv.casefile.TaskRecords;
import no.tolv.measure.NorwegianDate;
import org.springframework.stereotype.Component;

/**
 * What the case holds of talks with its own pupil and the guardians, a line for each (HJE-74). What other pupils said
 * is never among it: the plan is read at home.
 */
@Component
class Communication {

    private static final String NOT_REACHED = "notReached";

    private final CaseFiles cases;
    private final Hearings hearings;
    private final TaskRecords records;

    Communication(CaseFiles cases, Hearings hearings, TaskRecords records) {
        this.cases = cases;
        this.hearings = hearings;
        this.records = records;
    }

    private record Talk(Instant recordedAt, LocalDate on, String with, String about) {

        String line() {
            return "%s, med %s: %s".formatted(NorwegianDate.inWords(on), with, about);
        }
    }

    /** Oldest first; empty when nothing has been talked of since. */
    Optional<String> since(String caseNumber, Instant since) {
        String lines = Stream.concat(withPupil(caseNumber), withGuardians(caseNumber))
                .filter(talk -> talk.recordedAt().isAfter(since))
                .sorted(Comparator.comparing(Talk::recordedAt))
                .map(Talk::line)
                .collect(joining("\n"));
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    private Stream<Talk> withPupil(String caseNumber) {
        String pupil = cases.find(caseNumber).orElseThrow().pupil();
        return hearings.of(caseNumber).stream()
                .filter(hearing -> hearing.pupil().equals(pupil) && hearing.statement() != null)
                .map(Communication::talk);
    }

    private static Talk talk(Hearing hearing) {
        return new Talk(hearing.recordedAt(), hearing.heardOn(), "eleven", hearing.statement());
    }

    private Stream<Talk> withGuardians(String caseNumber) {
        return records.of(caseNumber).stream().map(Communication::talk).flatMap(Optional::stream);
    }

    private static Optional<Talk> talk(TaskRecord record) {
        return switch (record.form()) {
            case "informGuardians" -> talk(record, "informedOn", "channel", "concerned", "agreed", "guardiansView");
            case "evaluatePlan" -> talk(record, "guardiansOn", "guardiansParticipation", "guardiansView");
            default -> Optional.empty();
        };
    }

    private static Optional<Talk> talk(TaskRecord record, String day, String how, String... told) {
        String about = Stream.of(told)
                .map(record.answers()::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(joining(" "));
        boolean talked = record.answers().get(day) instanceof String
                && !NOT_REACHED.equals(record.answers().get(how))
                && !about.isEmpty();
        return talked
                ? Optional.of(new Talk(
                        record.recordedAt(),
                        LocalDate.parse((String) record.answers().get(day)),
                        "foresatte",
                        about))
                : Optional.empty();
    }
}
