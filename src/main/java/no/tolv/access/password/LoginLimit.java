package no.tolv.access.password;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many wrong passwords one account and one network may send. An account has a second count for machines its owner has
 * used, so that a stranger's guesses do not keep the owner out; and every count recovers by itself. Counted on each node.
 */
@Component
class LoginLimit {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int REMEMBERED = 100_000;

    private final int perAccount;
    private final int perNetwork;
    private final TimeMeter clock;
    private final Cache<String, Bucket> accounts = remembered();
    private final Cache<String, Bucket> networks = remembered();

    /**
     * @param perAccount {@code tolv.login.failures-per-account}, at once, and as many again in an hour
     * @param perNetwork {@code tolv.login.failures-per-address}, likewise
     */
    @Autowired
    LoginLimit(
            @Value("${tolv.login.failures-per-account:10}") int perAccount,
            @Value("${tolv.login.failures-per-address:100}") int perNetwork) {
        this(perAccount, perNetwork, TimeMeter.SYSTEM_NANOTIME);
    }

    LoginLimit(int perAccount, int perNetwork, TimeMeter clock) {
        this.perAccount = perAccount;
        this.perNetwork = perNetwork;
        this.clock = clock;
    }

    /** Whether a password would be looked at now. */
    boolean isOpen(String account, Sender sender) {
        return ofNetwork(sender).getAvailableTokens() > 0
                && ofAccount(account, sender).getAvailableTokens() > 0;
    }

    Attempt count(String account, Sender sender) {
        Bucket ofNetwork = ofNetwork(sender);
        Bucket ofAccount = ofAccount(account, sender);
        boolean admitted = ofNetwork.tryConsume(1) && ofAccount.tryConsume(1);
        return new Attempt(admitted, List.of(ofNetwork, ofAccount));
    }

    private Bucket ofNetwork(Sender sender) {
        return networks.get(sender.network(), any -> bucket(perNetwork));
    }

    private Bucket ofAccount(String account, Sender sender) {
        return accounts.get(sender.device() + " " + account, any -> bucket(perAccount));
    }

    private static Cache<String, Bucket> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(PERIOD)
                .build();
    }

    private Bucket bucket(int perHour) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, PERIOD))
                .build();
    }
}
