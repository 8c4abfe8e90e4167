package no.tolv.access.password;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.security.core.Authentication;

/**
 * Where a login comes from.
 *
 * @param network the address; of IPv6 the half that a household has for itself
 * @param device what a machine shows on which somebody has logged in before, or an empty text
 */
public record Sender(String network, String device) {

    private static final int NETWORK_BYTES = 8;

    static Sender of(HttpServletRequest request, String device) {
        return new Sender(network(request.getRemoteAddr()), device);
    }

    static Sender of(Authentication attempt) {
        return attempt.getDetails() instanceof Sender sender ? sender : new Sender("", "");
    }

    private static String network(String address) {
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
