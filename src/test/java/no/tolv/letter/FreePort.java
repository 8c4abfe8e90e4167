package no.tolv.letter;

import java.io.IOException;
import java.net.ServerSocket;

/** A port nobody listens on. */
public final class FreePort {

    private FreePort() {}

    public static int find() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
