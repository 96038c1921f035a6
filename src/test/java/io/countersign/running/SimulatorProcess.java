package io.countersign.running;

import io.countersign.simulator.SimulatorCommand;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the simulated AWS in its own process, separate from the heap and threads of the application. */
public final class SimulatorProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("at (http://127\\.0\\.0\\.1:[0-9]+)");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JavaProcess process;
    private final String address;
    private final RestClient control;

    private SimulatorProcess(JavaProcess process, String address) {
        this.process = process;
        this.address = address;
        this.control = RestClient.create(address + "/_simulator");
    }

    public static SimulatorProcess start() {
        JavaProcess process = JavaProcess.start(
                "simulator", SimulatorCommand.class, List.of("-Xmx2g"), List.of("--port=0", "--demo=false"));
        Await.until("the simulator said where it is", Duration.ofSeconds(30), () -> address(process)
                .find());
        Matcher address = address(process);
        return new SimulatorProcess(process, address.find() ? address.group(1) : "");
    }

    private static Matcher address(JavaProcess process) {
        return ADDRESS.matcher(process.output());
    }

    public String address() {
        return address;
    }

    public Fleet fleet(int accounts, List<String> regions, int invitations, int pagesEvery) {
        return fleet(accounts, regions, invitations, Map.of("pagesEvery", pagesEvery));
    }

    /** @param more further members of the request to the control endpoint */
    public Fleet fleet(int accounts, List<String> regions, int invitations, Map<String, Integer> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("accounts", accounts);
        body.put("regions", regions);
        body.put("invitations", invitations);
        String made = control.post()
                .uri("/fleet")
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body))
                .retrieve()
                .body(String.class);
        return Fleet.of(JSON.readTree(made));
    }

    /** @param rules in the format of the control endpoint */
    public void faults(List<Map<String, ?>> rules) {
        control.put()
                .uri("/faults")
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(rules))
                .retrieve()
                .toBodilessEntity();
    }

    public void forgetCalls() {
        control.delete().uri("/calls").retrieve().toBodilessEntity();
    }

    /** Returns the number of list calls of each source, by {@code account/region}. */
    public Map<String, Integer> lists() {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode call :
                JSON.readTree(control.get().uri("/calls").retrieve().body(String.class))) {
            if (call.get("operation").asString().equals("ListShareInvitations")) {
                String source = call.get("account").asString() + "/"
                        + call.get("region").asString();
                counts.merge(source, call.get("count").asInt(), Integer::sum);
            }
        }
        return counts;
    }

    @Override
    public void close() {
        process.close();
    }
}
