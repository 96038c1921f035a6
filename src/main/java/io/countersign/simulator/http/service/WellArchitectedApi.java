package io.countersign.simulator.http.service;

import io.countersign.simulator.http.operation.ApiOperation;
import io.countersign.simulator.http.operation.WellArchitectedOperations;
import io.countersign.simulator.http.protocol.AwsRequest;
import io.countersign.simulator.http.protocol.HttpAnswer;
import io.countersign.simulator.http.protocol.JsonInput;
import io.countersign.simulator.http.protocol.TextConstraint;
import io.countersign.simulator.model.ApiCaller;
import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.rules.IdempotencyRules;
import io.countersign.simulator.rules.InvitationRules;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** AWS Well-Architected: REST with JSON; finds operations by method and path. */
public final class WellArchitectedApi implements ServiceApi {

    /** An operation and the labels from the path. */
    private record Match(ApiOperation operation, Map<String, String> labels) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatedAws aws;
    private final IdempotencyRules idempotency;
    private final List<ApiOperation> operations;

    public WellArchitectedApi(SimulatedAws aws, InvitationRules invitations) {
        this.aws = aws;
        this.idempotency = new IdempotencyRules(aws);
        this.operations = WellArchitectedOperations.all(aws, invitations);
    }

    @Override
    public String service() {
        return "wellarchitected";
    }

    @Override
    public boolean accepts(AwsRequest request) {
        return true;
    }

    @Override
    public ServiceCall find(AwsRequest request) {
        var match = match(request);
        return new ServiceCall(
                match.operation().name(),
                true,
                signed -> HttpAnswer.json(200, perform(match, signed.caller(), request)));
    }

    @Override
    public HttpAnswer error(AwsException error, String requestId) {
        return HttpAnswer.error(error);
    }

    private Match match(AwsRequest request) {
        var path = request.rawPath().split("/", -1);
        for (var operation : operations) {
            var labels = operation.route().match(request.method(), path);
            if (labels.isPresent()) {
                return new Match(operation, labels.get());
            }
        }
        throw new AwsException(404, "UnknownOperationException", "Unknown operation");
    }

    private Map<String, Object> perform(Match match, ApiCaller caller, AwsRequest request) {
        var input = new JsonInput(members(match, request));
        var operation = match.operation();
        return aws.exclusively(() -> {
            if (!operation.takesToken()) {
                return operation.handler().handle(caller, input);
            }
            // the check in the handler refuses a missing or malformed token together with other problems
            var token = input.text("ClientRequestToken", TextConstraint.CLIENT_TOKEN);
            return idempotency.once(caller, operation.name(), token, input.parameters(), () -> operation
                    .handler()
                    .handle(caller, input));
        });
    }

    /** Members from the path override those from the body; the query counts only for methods without a body. */
    private static Map<String, JsonNode> members(Match match, AwsRequest request) {
        var members = new LinkedHashMap<String, JsonNode>();
        if (List.of("GET", "DELETE").contains(request.method())) {
            request.query().parameters().forEach(p -> members.put(p.name(), StringNode.valueOf(p.value())));
        } else {
            body(request).forEachEntry(members::put);
        }
        match.labels().forEach((name, value) -> members.put(name, StringNode.valueOf(value)));
        return members;
    }

    private static JsonNode body(AwsRequest request) {
        if (request.body().length == 0) {
            return JSON.createObjectNode();
        }
        try {
            var body = JSON.readTree(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            throw AwsException.invalidFor("CANNOT_PARSE", "The body is not valid JSON.");
        }
        throw AwsException.invalidFor("CANNOT_PARSE", "The body is not a JSON object.");
    }
}
