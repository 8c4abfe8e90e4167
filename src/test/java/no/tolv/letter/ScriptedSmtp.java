package no.tolv.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers as it is told, by the command's first word; {@code CONNECT} is the greeting and {@code .}
 * the end of the content. It answers as a good server where nothing else is said.
 */
class ScriptedSmtp implements AutoCloseable {

    /** Says nothing, and holds the connection. */
    static final String HANG = "hang";

    /** Breaks the connection off with a reset. */
    static final String RESET = "reset";

    private static final Map<String, String> GOOD =
            Map.of("CONNECT", "220 her", "DATA", "354 kom", ".", "250 tatt imot", "QUIT", "221 ha det");

    private final ServerSocket socket;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    ScriptedSmtp(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        thread(this::accept);
    }

    /** From now on; an answer may depend on the whole command: {@code "RCPT TO:<a@b.invalid>"} goes before {@code "RCPT"}. */
    ScriptedSmtp answer(String command, String reply) {
        script.put(command, reply);
        return this;
    }

    void behave() {
        script.clear();
    }

    /** Begins anew, as a good server nobody has spoken to. */
    void forget() {
        behave();
        accepted.clear();
        connections.clear();
    }

    int connections() {
        return connections.size();
    }

    /** Message-IDs of the mails whose content came whole, also those it answered with an error or not at all. */
    List<String> accepted() {
        return accepted;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            connections.add(client);
            thread(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
        boolean open = say(client, "CONNECT");
        for (String line = open ? in.readLine() : null; open && line != null; line = in.readLine()) {
            open = say(client, line);
            if (line.equals("DATA") && open && !script.containsKey("DATA")) {
                accepted.add(messageId(in));
                open = say(client, ".");
            }
        }
        if (open) {
            client.close();
        }
    }

    private static String messageId(BufferedReader in) throws IOException {
        String found = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            found = line.startsWith("Message-ID: ") ? line.substring(12) : found;
        }
        return found;
    }

    private boolean say(Socket client, String line) throws IOException {
        String word = line.split("[ :]")[0];
        String reply = script.getOrDefault(line, script.getOrDefault(word, GOOD.getOrDefault(word, "250 ok")));
        if (reply.equals(RESET)) {
            client.setSoLinger(true, 0);
            client.close();
        } else if (!reply.equals(HANG)) {
            client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        boolean closing = reply.startsWith("421");
        if (closing) {
            client.close();
        }
        return !closing && !reply.equals(HANG) && !reply.equals(RESET);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : connections) {
            client.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The test is over, or the client has gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
