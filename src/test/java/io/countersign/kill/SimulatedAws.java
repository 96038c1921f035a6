package io.countersign.kill;

import io.countersign.simulator.Simulator;
import io.countersign.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS in the process of the test, so that it survives the kills. It has one account with invitations. */
final class SimulatedAws implements AutoCloseable {

    static final String ACCOUNT = "700000000001";

    /** So many that a list of one type has at most two pages. */
    private static final int INVITATIONS_PER_REGION = 400;

    private static final List<String> REGIONS = List.of(
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-north-1",
            "eu-central-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "sa-east-1");

    private final Simulator simulator;
    private final List<String> regions;
    private final HttpClient http = HttpClient.newHttpClient();

    /** The decision number by request ID, because the simulator keeps the last calls only. */
    private final Map<String, Long> updates = new LinkedHashMap<>();

    private SimulatedAws(Simulator simulator, List<String> regions) {
        this.simulator = simulator;
        this.regions = regions;
    }

    static SimulatedAws with(int invitations) {
        List<String> regions = REGIONS.subList(0, 1 + invitations / INVITATIONS_PER_REGION);
        try {
            SimulatedAws aws = new SimulatedAws(Simulator.start(new SimulatorOptions(0, null, false)), regions);
            aws.control(
                    "POST",
                    "fleet",
                    "{\"accounts\":1,\"regions\":" + JsonMapper.shared().writeValueAsString(regions)
                            + ",\"invitations\":" + invitations + "}");
            return aws;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param decisions the number of decisions that took effect */
    record Share(String id, String type, String status, int decisions) {}

    String endpoint() {
        return "http://127.0.0.1:" + simulator.port();
    }

    List<String> regions() {
        return regions;
    }

    List<Share> shares() {
        return stream(get("shares"))
                .filter(share -> share.path("account").asString("").equals(ACCOUNT))
                .map(share -> new Share(
                        share.get("id").asString(),
                        share.get("type").asString(),
                        share.get("status").asString(),
                        share.get("decisions").asInt()))
                .toList();
    }

    Share share(String id) {
        return shares().stream()
                .filter(share -> share.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the total number of decisions that took effect. */
    long effects() {
        return get("updates").get("tookEffect").asLong();
    }

    /** Returns the decision numbers in the sessions of all UpdateShareInvitation calls. */
    synchronized List<Long> updates() {
        stream(get("trail"))
                .filter(call -> call.get("operation").asString().equals("UpdateShareInvitation"))
                .forEach(call -> updates.put(
                        call.get("requestId").asString(),
                        decision(call.get("sourceIdentity").asString())));
        return List.copyOf(updates.values());
    }

    private static long decision(String sourceIdentity) {
        return Long.parseLong(sourceIdentity.substring(sourceIdentity.lastIndexOf('-') + 1));
    }

    /** Sets the fault of the next UpdateShareInvitation call only. */
    void nextUpdate(String fault) {
        control("PUT", "faults", "[{\"operation\":\"UpdateShareInvitation\",\"times\":1," + fault + "}]");
    }

    /** Delays every call from now on. */
    void slow(int millis) {
        control("PUT", "faults", "[{\"latencyMillis\":" + millis + "}]");
    }

    /** Delays every call from now on, and the answer to each decision once more. */
    void slowWithSlowAnswers(int millis) {
        control(
                "PUT",
                "faults",
                "[{\"latencyMillis\":" + millis + "},{\"operation\":\"UpdateShareInvitation\",\"latencyMillis\":"
                        + millis + ",\"latencyAt\":\"after\"}]");
    }

    boolean hasNextUpdate() {
        return get("faults").isEmpty();
    }

    private JsonNode get(String path) {
        return control("GET", path, "");
    }

    private JsonNode control(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint() + "/_simulator/" + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
