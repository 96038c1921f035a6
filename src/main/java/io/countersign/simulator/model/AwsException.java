package io.countersign.simulator.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An error response of AWS: the HTTP status, the name of the error's shape, and the members of its body. */
public final class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One invalid member and the reason. */
    public record Field(String name, String message) {

        private Map<String, Object> members() {
            var members = new LinkedHashMap<String, Object>();
            members.put("Name", name);
            members.put("Message", message);
            return members;
        }
    }

    private static final String VALIDATION = "[Validation] ";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int status;
    private final String code;
    private final transient Map<String, Object> members;

    public AwsException(int status, String code, String message, Map<String, Object> members) {
        super(message);
        this.status = status;
        this.code = code;
        this.members = members;
    }

    public AwsException(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    public static AwsException invalid(String field, String message) {
        return invalid(List.of(new Field(field, message)));
    }

    public static AwsException invalid(List<Field> fields) {
        var reason = "FIELD_VALIDATION_FAILED";
        var listed = fields.stream().map(Field::members).toList();
        var texts = fields.stream().map(f -> f.name() + " " + f.message() + ".").collect(Collectors.joining(" "));
        // the service puts a JSON text into its message, and another one into the fields of that
        var nested = new LinkedHashMap<String, Object>();
        nested.put("reason", reason);
        nested.put("message", VALIDATION + texts);
        nested.put("fields", JSON.writeValueAsString(listed));
        return invalid(JSON.writeValueAsString(nested), Map.of("Reason", reason, "Fields", listed));
    }

    public static AwsException invalidFor(String reason, String message) {
        return invalid(message, Map.of("Reason", reason));
    }

    private static AwsException invalid(String message, Map<String, Object> members) {
        return new AwsException(400, "ValidationException", VALIDATION + message, members);
    }

    public static AwsException accessDenied(String message) {
        return new AwsException(403, "AccessDeniedException", message);
    }

    public static AwsException notFound(String resourceType, String id) {
        return new AwsException(
                404,
                "ResourceNotFoundException",
                "The requested resource was not found.",
                Map.of("ResourceId", id, "ResourceType", resourceType));
    }

    public static AwsException conflict(String resourceType, String id, String message) {
        return new AwsException(
                409, "ConflictException", message, Map.of("ResourceId", id, "ResourceType", resourceType));
    }

    public static AwsException quota(String resourceType, String id, String quotaCode, String message) {
        var members = new LinkedHashMap<String, Object>();
        members.put("ResourceId", id);
        members.put("ResourceType", resourceType);
        members.put("QuotaCode", quotaCode);
        members.put("ServiceCode", "wellarchitected");
        return new AwsException(402, "ServiceQuotaExceededException", message, members);
    }

    public static AwsException throttled() {
        return new AwsException(
                429,
                "ThrottlingException",
                "Rate exceeded",
                Map.of("QuotaCode", "simulated-rate", "ServiceCode", "wellarchitected"));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The members of the body besides {@code Message}. */
    public Map<String, Object> members() {
        return members;
    }
}
