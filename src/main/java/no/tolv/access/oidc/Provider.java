package no.tolv.access.oidc;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/** One identity provider. It is asked for its addresses when somebody first comes that way, and again until it answers. */
class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final int SECONDS_TO_WAIT = 5;

    private final String id;
    private final String name;
    private final Supplier<ClientRegistration> question;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile ClientRegistration answer;

    Provider(String id, String name, Supplier<ClientRegistration> question) {
        this.id = id;
        this.name = name;
        this.question = question;
    }

    String id() {
        return id;
    }

    /** What the button on the login page calls it. */
    String name() {
        return name;
    }

    /** @throws ProviderAway when it does not answer */
    ClientRegistration registration() {
        return answer == null ? ask() : answer;
    }

    /** One at a time: a provider that hangs must not hold every thread of a school that tries to log in. */
    private ClientRegistration ask() {
        if (!isMyTurn()) {
            throw new ProviderAway(id);
        }
        try {
            answer = answer == null ? question.get() : answer;
            return answer;
        } catch (RuntimeException noAnswer) {
            LOG.warn("The identity provider «{}» does not answer: {}", id, noAnswer.getMessage());
            throw new ProviderAway(id);
        } finally {
            asking.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return asking.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
