package io.countersign.simulator.rules;

import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.model.RecordedAnswer;
import java.util.Map;
import java.util.function.Supplier;

/** Returns the first response again for a client request token with the same parameters. */
public final class IdempotencyRules {

    private final SimulatedAws aws;

    public IdempotencyRules(SimulatedAws aws) {
        this.aws = aws;
    }

    public Map<String, Object> once(
            ApiCaller caller, String operation, String token, String parameters, Supplier<Map<String, Object>> work) {
        var key = String.join(" ", caller.account(), caller.region(), operation, token);
        var earlier = aws.recordedAnswer(key);
        if (earlier.isPresent() && !earlier.get().parameters().equals(parameters)) {
            throw AwsException.conflict(
                    "CLIENT_REQUEST_TOKEN", token, "The client request token was used with other parameters.");
        }
        return earlier.map(RecordedAnswer::answer).orElseGet(() -> {
            var answer = work.get();
            aws.put(new RecordedAnswer(key, parameters, answer));
            return answer;
        });
    }
}
