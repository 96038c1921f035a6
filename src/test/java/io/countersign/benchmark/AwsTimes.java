package io.countersign.benchmark;

import io.countersign.running.ApplicationProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The application's own timers of its AWS calls, by operation.
 *
 * @param counts the number of calls
 * @param millis their total duration
 */
record AwsTimes(Map<String, Double> counts, Map<String, Double> millis) {

    private static final Pattern LINE = Pattern.compile(
            "^countersign_aws_calls_seconds_(count|sum)\\{operation=\"([A-Za-z]+)\"[^}]*} ([0-9.E-]+)$",
            Pattern.MULTILINE);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static AwsTimes of(ApplicationProcess application, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + "/actuator/prometheus"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return parse(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static AwsTimes parse(String metrics) {
        AwsTimes times = new AwsTimes(new HashMap<>(), new HashMap<>());
        for (MatchResult line : LINE.matcher(metrics).results().toList()) {
            boolean sum = line.group(1).equals("sum");
            double number = Double.parseDouble(line.group(3));
            (sum ? times.millis : times.counts).merge(line.group(2), sum ? number * 1000 : number, Double::sum);
        }
        return times;
    }

    /** Returns the difference to an earlier measurement. */
    AwsTimes since(AwsTimes earlier) {
        return new AwsTimes(difference(counts, earlier.counts), difference(millis, earlier.millis));
    }

    int count(String operation) {
        return (int) Math.round(counts.getOrDefault(operation, 0.0));
    }

    double millis(String operation) {
        return millis.getOrDefault(operation, 0.0);
    }

    private static Map<String, Double> difference(Map<String, Double> later, Map<String, Double> earlier) {
        Map<String, Double> difference = new HashMap<>();
        later.forEach((operation, number) -> difference.put(operation, number - earlier.getOrDefault(operation, 0.0)));
        return difference;
    }
}
