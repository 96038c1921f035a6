package io.countersign.simulator.http;

import io.countersign.simulator.rules.AwsException;
import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Idempotency;
import io.countersign.simulator.rules.Invitations;
import io.countersign.simulator.rules.Library;
import io.countersign.simulator.rules.Sharing;
import io.countersign.simulator.rules.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** AWS Well-Architected: REST and JSON, its operations found by method and path. */
final class WellArchitectedApi implements Api {

    /** An operation together with what the path says. */
    private record Match(Operation operation, Map<String, String> labels) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final World world;
    private final Idempotency idempotency;
    private final List<Operation> operations = new ArrayList<>();

    WellArchitectedApi(World world, Invitations invitations) {
        this.world = world;
        this.idempotency = new Idempotency(world);
        var library = new Library(world);
        var lenses = new LensOperations(library);
        operations.addAll(new InvitationOperations(invitations).all());
        operations.addAll(new ShareOperations(world, new Sharing(world, library)).all());
        operations.addAll(lenses.all());
        operations.addAll(new WorkloadOperations(library, lenses).all());
        operations.addAll(new ProfileOperations(library).all());
        operations.addAll(new TemplateOperations(library, lenses).all());
    }

    @Override
    public String service() {
        return "wellarchitected";
    }

    @Override
    public boolean isMeantBy(Request request) {
        return true;
    }

    @Override
    public Call find(Request request) {
        var match = match(request);
        return new Call(
                match.operation().name(), true, signed -> Answer.json(200, perform(match, signed.caller(), request)));
    }

    @Override
    public Answer error(AwsException error, String requestId) {
        return Answer.error(error);
    }

    private Match match(Request request) {
        var path = request.rawPath().split("/", -1);
        for (var operation : operations) {
            var labels = operation.route().match(request.method(), path);
            if (labels.isPresent()) {
                return new Match(operation, labels.get());
            }
        }
        throw new AwsException(404, "UnknownOperationException", "Unknown operation");
    }

    private Map<String, Object> perform(Match match, Caller caller, Request request) {
        var input = new Input(members(match, request));
        var operation = match.operation();
        return world.exclusively(() -> {
            if (!operation.takesToken()) {
                return operation.handler().handle(caller, input);
            }
            // a missing or malformed token is refused by the handler's check, together with all else
            var token = input.text("ClientRequestToken", Constraint.CLIENT_TOKEN);
            return idempotency.once(caller, operation.name(), token, input.parameters(), () -> operation
                    .handler()
                    .handle(caller, input));
        });
    }

    /** What the path names wins over the body, and the query counts only where there is no body. */
    private static Map<String, JsonNode> members(Match match, Request request) {
        var members = new LinkedHashMap<String, JsonNode>();
        if (List.of("GET", "DELETE").contains(request.method())) {
            request.query().parameters().forEach(p -> members.put(p.name(), StringNode.valueOf(p.value())));
        } else {
            body(request).forEachEntry(members::put);
        }
        match.labels().forEach((name, value) -> members.put(name, StringNode.valueOf(value)));
        return members;
    }

    private static JsonNode body(Request request) {
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
