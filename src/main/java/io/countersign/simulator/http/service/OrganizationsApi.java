package io.countersign.simulator.http;

import io.countersign.simulator.rules.AwsException;
import io.countersign.simulator.rules.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS Organizations: JSON 1.1, the operation named by a header. */
final class OrganizationsApi implements Api {

    private static final String TARGET = "AWSOrganizationsV20161128.";
    private static final Map<String, String> CODES =
            Map.of("ThrottlingException", "TooManyRequestsException", "InternalServerException", "ServiceException");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OrganizationsOperations operations;

    OrganizationsApi(World world) {
        this.operations = new OrganizationsOperations(world);
    }

    @Override
    public String service() {
        return "organizations";
    }

    /** A global service: its one endpoint is in this Region. */
    @Override
    public boolean isServedIn(String region) {
        return region.equals("us-east-1");
    }

    @Override
    public boolean isMeantBy(Request request) {
        return target(request).startsWith(TARGET);
    }

    @Override
    public Call find(Request request) {
        var operation = target(request).substring(TARGET.length());
        Function<Signed, Map<String, Object>> work =
                switch (operation) {
                    case "ListAccounts" -> signed -> operations.listAccounts(signed, body(request));
                    case "DescribeOrganization" -> operations::describe;
                    default ->
                        throw new AwsException(400, "UnknownOperationException", "Unknown operation " + operation);
                };
        return new Call(operation, true, signed -> answer(200, work.apply(signed)));
    }

    @Override
    public Answer error(AwsException error, String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("__type", CODES.getOrDefault(error.code(), error.code()));
        body.put("Message", error.getMessage());
        body.putAll(error.members());
        return answer(error.status() < 500 ? 400 : error.status(), body);
    }

    private static String target(Request request) {
        return request.header("x-amz-target").orElse("");
    }

    private static Answer answer(int status, Map<String, Object> body) {
        return new Answer(status, Map.of("Content-Type", "application/x-amz-json-1.1"), JSON.writeValueAsBytes(body));
    }

    private static JsonNode body(Request request) {
        try {
            return JSON.readTree(request.body());
        } catch (JacksonException e) {
            throw new AwsException(400, "SerializationException", "The body is not valid JSON.");
        }
    }
}
