package io.countersign.connection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A scripted AWS server that records requests and can drop connections. */
public final class AwsStub implements AutoCloseable {

    /** The response to one request. */
    public interface Reply {
        void to(Socket socket) throws IOException;
    }

    public final List<String> requests = new CopyOnWriteArrayList<>();
    public final List<String> bodies = new CopyOnWriteArrayList<>();
    public final List<String> userAgents = new CopyOnWriteArrayList<>();
    /** The session token of each request; empty if it was signed without one. */
    public final List<String> sessionTokens = new CopyOnWriteArrayList<>();

    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket server;
    private Reply usual = json(200, "{\"ShareInvitationSummaries\":[]}");

    public AwsStub() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Sets the reply to all further requests. */
    public void answers(Reply reply) {
        usual = reply;
    }

    /** Sets the reply to the next request that has none. */
    public void answersNext(Reply reply) {
        replies.add(reply);
    }

    public static Reply json(int status, String body) {
        return json(status, body, "");
    }

    public static Reply error(int status, String type, String message) {
        return json(status, "{\"Message\":\"" + message + "\"}", "x-amzn-ErrorType: " + type + "\r\n");
    }

    /** Returns an empty list with a Date header. */
    public static Reply dated(String date) {
        return json(200, "{\"ShareInvitationSummaries\":[]}", "Date: " + date + "\r\n");
    }

    public static Reply dropped() {
        return Socket::close;
    }

    public static Reply reset() {
        return socket -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    public Reply silence() {
        return socket -> {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static Reply json(int status, String body, String headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " X\r\nx-amzn-RequestId: request-1\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        return socket -> {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        };
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                start(() -> serve(socket));
            }
        } catch (SocketException stopped) {
            closed.countDown();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null && !socket.isClosed(); line = in.readLine()) {
                readRequest(in);
                requests.add(line);
                Reply next = replies.poll();
                (next == null ? usual : next).to(socket);
                if (socket.isClosed()) {
                    return;
                }
            }
        } catch (IOException closed) {
            // the client closed the connection
        }
    }

    private void readRequest(BufferedReader in) throws IOException {
        int length = 0;
        String sessionToken = "";
        for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("user-agent:")) {
                userAgents.add(header);
            } else if (lower.startsWith("x-amz-security-token:")) {
                sessionToken = header.substring(21).strip();
            }
        }
        sessionTokens.add(sessionToken);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < length; i++) {
            body.append((char) in.read());
        }
        bodies.add(body.toString());
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "aws-stub");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
