package no.tolv.concern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much one sender without a login may send, so that nobody drowns a school in reports. Counted on each node by itself. */
@Component
class SenderLimit {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int SENDERS = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final int perHour;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(SENDERS).expireAfterAccess(PERIOD).build();

    /** @param perHour how many reports one address may send in an hour; a school shares one */
    SenderLimit(@Value("${tolv.reports.per-hour:20}") int perHour) {
        this.perHour = perHour;
    }

    /** Empty when the sender may go on, else how long to wait. */
    Optional<Duration> toWait(String address) {
        ConsumptionProbe probe = buckets.get(sender(address), any -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, PERIOD))
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
