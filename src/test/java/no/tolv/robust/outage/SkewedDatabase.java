package no.tolv.robust.outage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Stands on the wire between a node and PostgreSQL, and when the node asks what time it is, moves the answer: to the node
 * that is the same as a clock of its own that goes wrong.
 */
class SkewedDatabase implements AutoCloseable {

    private static final String TIME = "current_timestamp\0";
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int LENGTH_AND_COUNT = 6;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int postgres;
    private volatile Duration skew = Duration.ZERO;

    SkewedDatabase(int postgres) throws IOException {
        this.postgres = postgres;
        inBackground(this::welcome);
    }

    /** From now on the database's clock seems to be so much ahead. */
    void skew(Duration ahead) {
        skew = ahead;
    }

    /** Without named statements, of whose answers PostgreSQL would not tell again what they are. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable&gssEncMode=disable&prepareThreshold=0"
                .formatted(door.getLocalPort());
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException hungUp) {
                // One of the two has left.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome() throws IOException {
        while (true) {
            Socket node = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), postgres);
            node.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            inBackground(() -> between(node, server, () -> node.getInputStream().transferTo(server.getOutputStream())));
            inBackground(() -> between(node, server, () -> answers(server.getInputStream(), node)));
        }
    }

    private static void between(Socket node, Socket server, Work work) throws IOException {
        try (node;
                server) {
            work.run();
        }
    }

    /** Each message is a letter, its length and what it says. */
    private void answers(InputStream server, Socket node) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(server));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(node.getOutputStream()));
        boolean isTime = false;
        while (true) {
            byte kind = in.readByte();
            byte[] said = in.readNBytes(in.readInt() - Integer.BYTES);
            if (kind == 'T') {
                isTime = new String(said, StandardCharsets.ISO_8859_1).startsWith(TIME, Short.BYTES) && said[1] == 1;
            } else if (kind == 'D' && isTime) {
                move(said);
            } else if (kind == 'C') {
                isTime = false;
            }
            out.writeByte(kind);
            out.writeInt(said.length + Integer.BYTES);
            out.write(said);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }

    private void move(byte[] row) {
        ByteBuffer value = ByteBuffer.wrap(row, LENGTH_AND_COUNT, row.length - LENGTH_AND_COUNT);
        if (value.remaining() == Long.BYTES) {
            value.putLong(LENGTH_AND_COUNT, value.getLong(LENGTH_AND_COUNT) + skew.toNanos() / 1000);
            return;
        }
        String second = new String(row, LENGTH_AND_COUNT, 19, StandardCharsets.US_ASCII);
        value.put(LocalDateTime.parse(second, TEXT).plus(skew).format(TEXT).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
