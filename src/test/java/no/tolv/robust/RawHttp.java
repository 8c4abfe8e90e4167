package no.tolv.robust;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Sends exactly what it is told, also what no honest client would, and reads what comes back until the end. */
class RawHttp {

    private final int port;
    private final Duration longest;

    /** @param longest how long an answer may take */
    RawHttp(int port, Duration longest) {
        this.port = port;
        this.longest = longest;
    }

    /** @param status 0 when the server closed the connection without a word */
    record Answer(int status, String text) {}

    /** @throws java.net.SocketTimeoutException when nothing comes within the time */
    Answer send(String who, HostileRequests.Hostile request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) longest.toMillis());
            socket.setTcpNoDelay(true);
            write(socket.getOutputStream(), who, request);
            return read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static void write(OutputStream out, String who, HostileRequests.Hostile request) throws IOException {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        if (!who.isEmpty()) {
            String pair = who + ":" + TolvHttp.PASSWORD;
            head.append("Authorization: Basic ")
                    .append(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                    .append("\r\n");
        }
        if (request.headers().stream().noneMatch(header -> header.startsWith("Content-Type")) && body.length > 0) {
            head.append("Content-Type: application/json\r\n");
        }
        head.append(String.join("\r\n", List.copyOf(request.headers()))).append("\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }

    private static Answer read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (!text.startsWith("HTTP/1.1 ")) {
            return new Answer(0, text);
        }
        return new Answer(Integer.parseInt(text.substring(9, 12)), text);
    }
}
