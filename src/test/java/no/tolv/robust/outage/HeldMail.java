package no.tolv.robust.outage;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail that has come to the mail server, which has not yet answered whoever sent it. */
class HeldMail implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final CompletableFuture<String> messageId = new CompletableFuture<>();
    private final CountDownLatch answered = new CountDownLatch(1);

    /** Holds the next one. */
    HeldMail(UserManager server) {
        MessageDeliveryHandler plain = server.getMessageDeliveryHandler();
        server.setMessageDeliveryHandler((message, address) -> {
            if (messageId.complete(message.getMessage().getMessageID())) {
                awaitAnswer();
            }
            return plain.handle(message, address);
        });
    }

    private void awaitAnswer() throws UserException {
        try {
            answered.await();
        } catch (InterruptedException e) {
            throw new UserException(e);
        }
    }

    /** Waits until one has come. */
    String messageId() throws Exception {
        return messageId.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        answered.countDown();
    }
}
