package io.countersign.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends requests as text, because HTTP clients refuse to send malformed ones. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /**
     * A response.
     *
     * @param status 0 if the server closed the connection without a response
     * @param headers by name in lower case
     */
    record Response(int status, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }

        /** Returns the cookies that the response sets, as a browser sends them. */
        Stream<String> cookies() {
            return headers.getOrDefault("set-cookie", List.of()).stream()
                    .filter(cookie -> !cookie.contains("Max-Age=0"))
                    .map(cookie -> cookie.split(";")[0]);
        }
    }

    /** Returns a request without a body, on a connection that ends with it. */
    static String request(String method, String target, String... headers) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + List.of(headers).stream().map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    static String form(String method, String target, String form, String... headers) {
        String head = request(method, target, headers);
        return head.substring(0, head.length() - 2) + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + form.length() + "\r\n\r\n" + form;
    }

    /** @param text one byte for each character */
    static Response send(int port, String text) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return parsed(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (SocketException reset) {
            return new Response(0, Map.of(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response parsed(String text) {
        if (text.isEmpty()) {
            return new Response(0, Map.of(), "");
        }
        int end = text.indexOf("\r\n\r\n");
        String[] head = text.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : List.of(head).subList(1, head.length)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new Response(Integer.parseInt(head[0].split(" ")[1]), headers, text.substring(end + 4));
    }
}
