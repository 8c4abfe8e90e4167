package no.tolv.robust.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import no.tolv.robust.TolvHttp.Reply;

/** What Tolv has said yes to, kept outside it by those who asked. */
class Ledger {

    final Queue<String> reported = new ConcurrentLinkedQueue<>();
    final Queue<String> completed = new ConcurrentLinkedQueue<>();
    final Set<String> toldDone = ConcurrentHashMap.newKeySet();
    final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    final AtomicInteger askedToWait = new AtomicInteger();

    private final AtomicInteger unansweredReports = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    void reported(Reply reply) {
        if (reply.status() == 200) {
            reported.add(reply.json().path("businessKey").asText());
        } else if (reply.status() == 201) {
            reported.add(reply.json().path("caseNumber").asText());
        } else {
            unexpected(reply);
        }
    }

    void completed(String task, Reply reply) {
        if (reply.status() == 204) {
            completed.add(task);
        } else if (reply.status() == 409) {
            toldDone.add(task);
        } else {
            unexpected(reply);
        }
    }

    void unexpected(Reply reply) {
        unexpected.add(reply.status() + " " + reply.text());
    }

    /** Sent, and the node died before it answered: it may have been done or not. */
    void unanswered(boolean report) {
        (report ? unansweredReports : unanswered).incrementAndGet();
    }

    int unansweredReports() {
        return unansweredReports.get();
    }

    int unansweredInAll() {
        return unansweredReports.get() + unanswered.get();
    }

    /** Waits until so many more reports have been acknowledged. */
    void awaitReports(int more, Duration longest) {
        int enough = reported.size() + more;
        Instant giveUp = Instant.now().plus(longest);
        while (reported.size() < enough) {
            assertThat(Instant.now()).as("no report comes through").isBefore(giveUp);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    List<String> reportedCases() {
        return List.copyOf(reported);
    }
}
