package no.tolv.access.password;

import io.github.bucket4j.Bucket;
import java.util.List;

/** One try at a password, counted before it is checked, so that many at once cannot slip through. */
record Attempt(boolean isAdmitted, List<Bucket> counted) {

    /** Only failures count: a school of sixty shares an address. */
    void forgive() {
        counted.forEach(bucket -> bucket.addTokens(1));
    }
}
