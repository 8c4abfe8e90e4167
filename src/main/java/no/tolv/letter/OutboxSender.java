package no.tolv.letter;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.tolv.engine.Hold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final Duration RECHECK = Duration.ofDays(1);

    private final OutboxQueue queue;
    private final Recipients recipients;
    private final MailComposer composer;
    private final MailChannel channel;
    private final ObjectProvider<Hold> holds;
    private final Clock clock;
    private final String name = UUID.randomUUID().toString();
    private Instant restUntil = Instant.MIN;
    private int outages;

    OutboxSender(
            OutboxQueue queue,
            Recipients recipients,
            MailComposer composer,
            MailChannel channel,
            ObjectProvider<Hold> holds,
            Clock clock) {
        this.holds = holds;
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
        if (isHeld() || clock.instant().isBefore(restUntil) || next().isEmpty()) {
            return;
        }
        try (MailChannel.Passage passage = channel.open()) {
            sendAll(passage);
        } catch (MessagingException | IOException | RuntimeException outage) {
            rest(outage);
        }
    }

    private boolean isHeld() {
        return holds.stream().anyMatch(Hold::holds);
    }

    private void sendAll(MailChannel.Passage passage) throws MessagingException, IOException {
        for (List<OutboxQueue.Due> due = next(); !due.isEmpty() && !isHeld(); due = next()) {
            for (OutboxQueue.Due one : due) {
                send(one, passage);
            }
        }
    }

    private List<OutboxQueue.Due> next() {
        return queue.due(clock.instant());
    }

    private void send(OutboxQueue.Due due, MailChannel.Passage passage) throws MessagingException, IOException {
        Instant now = clock.instant();
        String key = due.mail().key();
        if (!queue.claim(key, name, now, now.plus(LEASE))) {
            return;
        }
        try {
            String address = recipients.addressOf(due.mail());
            passage.send(composer.compose(due.mail(), address, due.createdAt()), due.createdAt());
            queue.sent(key, name, clock.instant());
            outages = 0;
        } catch (Blocked blocked) {
            queue.block(key, name, blocked.code(), now.plus(RECHECK));
            LOG.warn("E-post {} er stanset: {}", MailComposer.messageId(key), blocked.code());
        } catch (Postponed postponed) {
            retry(due, postponed.getCause());
        } catch (MessagingException | IOException | RuntimeException outage) {
            retry(due, outage);
            throw outage;
        }
    }

    /** The exception's own text holds addresses. */
    private void retry(OutboxQueue.Due due, Throwable reason) {
        String key = due.mail().key();
        queue.retry(key, name, clock.instant().plus(pause(due.attempts(), LONGEST_PAUSE)));
        LOG.info(
                "E-post {} prøves igjen: {}",
                MailComposer.messageId(key),
                reason.getClass().getSimpleName());
    }

    /** Leaves a channel that is out of order alone for a while, so that what waits costs one attempt and not one each. */
    private void rest(Exception outage) {
        restUntil = clock.instant().plus(pause(outages++, LONGEST_REST));
        LOG.info("E-post kommer ikke ut nå, prøves igjen: {}", outage.getClass().getSimpleName());
    }

    static Duration pause(int attempts, Duration longest) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
