package io.countersign.simulator.http.service;

import io.countersign.simulator.http.protocol.AwsRequest;
import io.countersign.simulator.http.protocol.HttpAnswer;
import io.countersign.simulator.http.signature.SignedCaller;
import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS Organizations: JSON 1.1; a header names the operation. */
public final class OrganizationsApi implements ServiceApi {

    private static final String TARGET = "AWSOrganizationsV20161128.";
    private static final Map<String, String> CODES =
            Map.of("ThrottlingException", "TooManyRequestsException", "InternalServerException", "ServiceException");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OrganizationsOperations operations;

    public OrganizationsApi(SimulatedAws aws) {
        this.operations = new OrganizationsOperations(aws);
    }

    @Override
    public String service() {
        return "organizations";
    }

    /** The service is global and has its only endpoint in this Region. */
    @Override
    public boolean isServedIn(String region) {
        return region.equals("us-east-1");
    }

    @Override
    public boolean accepts(AwsRequest request) {
        return target(request).startsWith(TARGET);
    }

    @Override
    public ServiceCall find(AwsRequest request) {
        var operation = target(request).substring(TARGET.length());
        Function<SignedCaller, Map<String, Object>> work =
                switch (operation) {
                    case "ListAccounts" -> signed -> operations.listAccounts(signed, body(request));
                    case "DescribeOrganization" -> operations::describe;
                    default ->
                        throw new AwsException(400, "UnknownOperationException", "Unknown operation " + operation);
                };
        return new ServiceCall(operation, true, signed -> answer(200, work.apply(signed)));
    }

    @Override
    public HttpAnswer error(AwsException error, String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("__type", CODES.getOrDefault(error.code(), error.code()));
        body.put("Message", error.getMessage());
        body.putAll(error.members());
        return answer(error.status() < 500 ? 400 : error.status(), body);
    }

    private static String target(AwsRequest request) {
        return request.header("x-amz-target").orElse("");
    }

    private static HttpAnswer answer(int status, Map<String, Object> body) {
        return new HttpAnswer(
                status, Map.of("Content-Type", "application/x-amz-json-1.1"), JSON.writeValueAsBytes(body));
    }

    private static JsonNode body(AwsRequest request) {
        try {
            return JSON.readTree(request.body());
        } catch (JacksonException e) {
            throw new AwsException(400, "SerializationException", "The body is not valid JSON.");
        }
    }
}
