package no.tolv.robust.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserManager;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import no.tolv.robust.TolvHttp.Reply;
import no.tolv.scenario.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moments at which a node is killed; each of them is held still from the database, so that none is hit by luck. */
class Faults {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Waits for a job that nobody has taken yet, and holds the table before somebody does. */
    private static final String HOLD_DUE_JOB = """
            do $$ begin
              while not exists (select 1 from act_ru_job where retries_ > 0 and lock_owner_ is null
                  and (duedate_ is null or duedate_ <= clock_timestamp() at time zone 'UTC')) loop
                perform pg_sleep(0.001);
              end loop;
              lock table act_ru_job in share mode;
            end $$
            """;

    private final Nodes nodes;
    private final DataSource postgres;
    private final Ledger ledger;
    private final AtomicReference<CompletableFuture<Standstill>> nextMail = new AtomicReference<>();
    private final Queue<String> cutOff = new ConcurrentLinkedQueue<>();

    Faults(Nodes nodes, DataSource postgres, Ledger ledger, UserManager mail) {
        this.nodes = nodes;
        this.postgres = postgres;
        this.ledger = ledger;
        MessageDeliveryHandler plain = mail.getMessageDeliveryHandler();
        mail.setMessageDeliveryHandler((message, address) -> {
            stopBeforeMark(message.getMessage().getMessageID());
            return plain.handle(message, address);
        });
    }

    /** Message-IDs of the mails that were accepted and never marked. */
    Queue<String> cutOff() {
        return cutOff;
    }

    /** A first node that never comes up: it dies while it stores the diagrams. */
    void deploying() throws Exception {
        var process = nodes.launch("node0");
        while (!isThere("act_re_procdef")) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        try (Standstill standstill = new Standstill(postgres, "lock table act_re_procdef in share mode")) {
            String node =
                    standstill.stopped("%insert into act_re_procdef%", PATIENCE).orElseThrow();
            process.kill();
            standstill.forget(node);
        }
    }

    private boolean isThere(String table) {
        return database()
                        .sql("select count(*) from information_schema.tables where table_name = ?")
                        .param(table)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    String beforeCommitOfReport() throws Exception {
        return killIn("select * from case_number for update", "%update case_number%")
                .orElseThrow();
    }

    String whileJobRuns() throws Exception {
        return killIn("lock table notice in share mode", "%insert into notice%").orElseThrow();
    }

    String whileAcquiring() throws Exception {
        while (true) {
            Optional<String> node = killIn(HOLD_DUE_JOB, "%update act_ru_job%lock_owner_%", Duration.ofSeconds(2));
            if (node.isPresent()) {
                return node.get();
            }
        }
    }

    private Optional<String> killIn(String lock, String statement) throws Exception {
        return killIn(lock, statement, PATIENCE);
    }

    private Optional<String> killIn(String lock, String statement, Duration longest) throws Exception {
        try (Standstill standstill = new Standstill(postgres, lock)) {
            Optional<String> node = standstill.stopped(statement, longest);
            if (node.isPresent()) {
                nodes.kill(node.get());
                standstill.forget(node.get());
            }
            return node;
        }
    }

    /** Whoever sent it never hears, and asks once more elsewhere. */
    String afterCommitOfCompletion() throws Exception {
        String task = openTask();
        String node = nodes.anyName();
        Answers answers = Answers.receiveReport();
        CompletableFuture<Void> unheard = CompletableFuture.runAsync(() -> {
            try {
                nodes.at(node).submit(Staff.PRINCIPAL, task, answers);
            } catch (UncheckedIOException cutOff) {
                ledger.unanswered(false);
            }
        });
        while (!isRecorded(task)) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        nodes.kill(node);
        unheard.join();
        ledger.completed(task, nodes.any().submit(Staff.PRINCIPAL, task, answers));
        return node;
    }

    private String openTask() {
        while (true) {
            Reply reply = Staff.open(nodes.any(), Staff.PRINCIPAL, "receiveReport");
            JsonNode tasks = reply.ok().json();
            if (!tasks.isEmpty()) {
                return tasks.get(0).path("id").asText();
            }
        }
    }

    private boolean isRecorded(String task) {
        return database()
                        .sql("select count(*) from task_record where task = ?")
                        .param(task)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The mail server has said yes, and the node dies before it has written so. */
    String betweenSendAndMark() throws Exception {
        CompletableFuture<Standstill> held = new CompletableFuture<>();
        nextMail.set(held);
        try (Standstill standstill = held.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            String node =
                    standstill.stopped("%update outbox set status%", PATIENCE).orElseThrow();
            nodes.kill(node);
            standstill.forget(node);
            return node;
        }
    }

    private void stopBeforeMark(String messageId) {
        CompletableFuture<Standstill> wanted = nextMail.getAndSet(null);
        if (wanted == null) {
            return;
        }
        String hash = messageId.substring(1, messageId.indexOf('@'));
        try {
            wanted.complete(new Standstill(
                    postgres,
                    "select 1 from outbox where encode(sha256(convert_to(mail_key, 'UTF8')), 'hex') = ? for update",
                    hash));
            cutOff.add(messageId);
        } catch (SQLException e) {
            wanted.completeExceptionally(e);
        }
    }

    private JdbcClient database() {
        return JdbcClient.create(postgres);
    }
}
