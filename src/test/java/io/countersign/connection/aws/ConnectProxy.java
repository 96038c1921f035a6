package io.countersign.connection.aws;

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
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that records what it is asked for and refuses it, so that no request leaves the machine. */
final class ConnectProxy implements AutoCloseable {

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final String refusal;

    /** @param refusal the status line and headers of each response */
    ConnectProxy(String refusal) throws IOException {
        this.refusal = refusal;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "connect-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    record(new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
                    socket.getOutputStream()
                            .write((refusal + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (SocketException stopped) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(BufferedReader in) throws IOException {
        requests.add(in.readLine());
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Proxy-Authorization: ")) {
                authorizations.add(line.substring("Proxy-Authorization: ".length()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
