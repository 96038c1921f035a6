package io.countersign.simulator.rules;

import java.util.Map;
import java.util.function.Supplier;

/** The same client request token with the same parameters gets the first answer again. */
public final class Idempotency {

    private final World world;

    public Idempotency(World world) {
        this.world = world;
    }

    public Map<String, Object> once(
            Caller caller, String operation, String token, String parameters, Supplier<Map<String, Object>> work) {
        var key = String.join(" ", caller.account(), caller.region(), operation, token);
        var earlier = world.remembered(key);
        if (earlier.isPresent() && !earlier.get().parameters().equals(parameters)) {
            throw AwsException.conflict(
                    "CLIENT_REQUEST_TOKEN", token, "The client request token was used with other parameters.");
        }
        return earlier.map(Remembered::answer).orElseGet(() -> {
            var answer = work.get();
            world.put(new Remembered(key, parameters, answer));
            return answer;
        });
    }
}
