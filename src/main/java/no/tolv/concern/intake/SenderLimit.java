package no.tolv.concern.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** How often one sender without a login has come lately. Counted on each node by itself, and only in memory. */
public class SenderLimit {

    private static final int SENDERS = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final int times;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    /** @param times how many times in a period is not often; a whole school may share one address */
    public SenderLimit(int times, Duration period) {
        this.times = times;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(SENDERS)
                .expireAfterAccess(period)
                .build();
    }

    /** Counts one more, and says whether that is more than the limit. */
    public boolean isOften(String address) {
        return !of(address).tryConsume(1);
    }

    /** Whether one more would be more than the limit. */
    public boolean isUsedUp(String address) {
        return of(address).getAvailableTokens() == 0;
    }

    private Bucket of(String address) {
        return buckets.get(sender(address), any -> bucket());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                .build();
    }

    /** A household has a whole IPv6 network to send from. */
    private static String sender(String address) {
        try {
            InetAddress sender = InetAddress.getByName(address);
            return sender instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(sender.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
