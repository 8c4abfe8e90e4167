package no.tolv.robust.outage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.tolv.deadline.TolvClock;
import no.tolv.robust.TolvHttp;
import no.tolv.robust.TolvHttp.Reply;
import no.tolv.scenario.Answers;

/** People at work who report and complete, write in the ledger what they were told, and ask again when nobody answered. */
class Staff {

    static final String TEACHER = "midtstuen-contact-teacher";
    static final String PRINCIPAL = "midtstuen-principal";
    static final String DEPUTY = "midtstuen-deputy-principal";
    static final String COUNSELLOR = "midtstuen-counsellor";

    private static final Duration LONGEST_UNAVAILABLE = Duration.ofMillis(200);

    private final Supplier<TolvHttp> door;
    private final Ledger ledger;
    private final ExecutorService people;
    private final List<Future<?>> at;
    private volatile boolean home;

    /** @param door the Tolv to ask this time; another one, perhaps, the next */
    Staff(Supplier<TolvHttp> door, Ledger ledger, int count) {
        this.door = door;
        this.ledger = ledger;
        this.people = Executors.newFixedThreadPool(count);
        this.at = IntStream.range(0, count)
                .<Future<?>>mapToObj(person -> people.submit(this::work))
                .toList();
    }

    /** Everybody finishes what they have begun; what went wrong with one of them comes out here. */
    void sendHome() throws Exception {
        home = true;
        for (Future<?> person : at) {
            person.get(120, TimeUnit.SECONDS);
        }
        people.shutdown();
    }

    private void work() {
        while (!home) {
            report();
            complete(either(PRINCIPAL, DEPUTY), "receiveReport", Answers.receiveReport());
            complete(either(PRINCIPAL, DEPUTY), "clarifyRoles", Answers.clarifyRoles(COUNSELLOR));
            complete(COUNSELLOR, "hearPupil", Answers.hearPupil("no", today()));
        }
    }

    private void report() {
        Answers concern = concern();
        boolean fromTasklist = ThreadLocalRandom.current().nextBoolean();
        ledger.reported(insist(
                true,
                tolv -> fromTasklist
                        ? tolv.start(TEACHER, "activityDuty", concern)
                        : tolv.post(TEACHER, "/api/reports", concern.fields())));
    }

    static Answers concern() {
        int pupil = ThreadLocalRandom.current().nextInt(1, 9);
        return Answers.reportConcern("p-midtstuen-0" + pupil, today());
    }

    /** One of the first open ones of its kind; somebody else may just have chosen the same. */
    private void complete(String who, String step, Answers answers) {
        Reply list = insist(false, tolv -> open(tolv, who, step));
        if (list.status() != 200) {
            ledger.unexpected(list);
            return;
        }
        JsonNode tasks = list.json();
        if (!tasks.isEmpty()) {
            String task = tasks.get(ThreadLocalRandom.current().nextInt(tasks.size()))
                    .path("id")
                    .asText();
            ledger.completed(task, insist(false, tolv -> tolv.submit(who, task, answers)));
        }
    }

    static Reply open(TolvHttp tolv, String who, String step) {
        return tolv.get(who, "/engine-rest/task?maxResults=8&taskDefinitionKey=userTask_" + step);
    }

    private Reply insist(boolean report, Function<TolvHttp, Reply> request) {
        while (true) {
            try {
                Reply reply = request.apply(door.get());
                if (reply.status() != 503) {
                    return reply;
                }
                ledger.askedToWait.incrementAndGet();
                ledger.unanswered(report);
            } catch (UncheckedIOException nobodyAnswered) {
                ledger.unanswered(report);
            }
            LockSupport.parkNanos(LONGEST_UNAVAILABLE.toNanos());
        }
    }

    static LocalDate today() {
        return LocalDate.now(TolvClock.OSLO);
    }

    private static String either(String one, String other) {
        return ThreadLocalRandom.current().nextBoolean() ? one : other;
    }
}
