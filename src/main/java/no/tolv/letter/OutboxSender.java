package no.tolv.letter;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Empties the outbox: each mail is taken by one sender, sent, then marked; what fails is tried again without end. */
@Component
public class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration RECHECK = Duration.ofDays(1);

    private final OutboxQueue queue;
    private final Recipients recipients;
    private final MailComposer composer;
    private final MailChannel channel;
    private final Clock clock;
    private final String name = UUID.randomUUID().toString();

    OutboxSender(OutboxQueue queue, Recipients recipients, MailComposer composer, MailChannel channel, Clock clock) {
        this.queue = queue;
        this.recipients = recipients;
        this.composer = composer;
        this.channel = channel;
        this.clock = clock;
    }

    /** Sends everything that is due. Never inside somebody's transaction: a claim must be seen by all before the mail goes. */
    @Scheduled(fixedDelayString = "${tolv.outbox.interval:PT5S}")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public synchronized void sendDue() {
        boolean open = true;
        for (List<OutboxQueue.Due> due = next(); open && !due.isEmpty(); due = next()) {
            open = due.stream().allMatch(this::handle);
        }
    }

    private List<OutboxQueue.Due> next() {
        return queue.due(clock.instant());
    }

    /** False when the channel is out of order, so that the rest of the round is spared the same wait. */
    private boolean handle(OutboxQueue.Due due) {
        Instant now = clock.instant();
        return !queue.claim(due.mail().key(), name, now, now.plus(LEASE)) || send(due, now);
    }

    private boolean send(OutboxQueue.Due due, Instant now) {
        String key = due.mail().key();
        try {
            String address = recipients.addressOf(due.mail());
            channel.send(composer.compose(due.mail(), address, due.createdAt()), due.createdAt());
            queue.sent(key, name, clock.instant());
            return true;
        } catch (Blocked blocked) {
            queue.block(key, name, blocked.code(), now.plus(RECHECK));
            LOG.warn(
                    "E-post {} i sak {} er stanset: {}",
                    MailComposer.messageId(key),
                    due.mail().caseNumber(),
                    blocked.code());
            return true;
        } catch (MessagingException | IOException | RuntimeException outage) {
            queue.retry(key, name, now.plus(pause(due.attempts())));
            // The exception's own text holds addresses.
            LOG.info(
                    "E-post {} prøves igjen: {}",
                    MailComposer.messageId(key),
                    outage.getClass().getSimpleName());
            return false;
        }
    }

    static Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
