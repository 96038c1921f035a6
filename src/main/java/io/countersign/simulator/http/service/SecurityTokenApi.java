package io.countersign.simulator.http;

import io.countersign.simulator.access.Roles;
import io.countersign.simulator.access.Sessions;
import io.countersign.simulator.rules.AwsException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** AWS STS: AWS's query protocol, a form that is posted and XML that comes back. */
final class SecurityTokenApi implements Api {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String VERSION = "2011-06-15";

    /** The query protocol has names of its own for what every service refuses. */
    private static final Map<String, String> CODES = Map.of(
            "AccessDeniedException", "AccessDenied",
            "ExpiredTokenException", "ExpiredToken",
            "IncompleteSignatureException", "IncompleteSignature",
            "InternalServerException", "InternalFailure",
            "InvalidSignatureException", "SignatureDoesNotMatch",
            "MissingAuthenticationTokenException", "MissingAuthenticationToken",
            "ThrottlingException", "Throttling",
            "UnrecognizedClientException", "InvalidClientTokenId");

    private static final List<String> BAD_REQUESTS = List.of("IncompleteSignature", "Throttling");

    private final AssumeRole assumeRole;

    SecurityTokenApi(Roles roles, Sessions sessions, InstantSource clock) {
        this.assumeRole = new AssumeRole(roles, sessions, clock);
    }

    @Override
    public String service() {
        return "sts";
    }

    @Override
    public boolean isMeantBy(Request request) {
        return request.method().equals("POST")
                && request.rawPath().equals("/")
                && request.header("content-type")
                        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                        .isPresent();
    }

    @Override
    public Call find(Request request) {
        var form = new LinkedHashMap<String, String>();
        Query.form(request.body()).parameters().forEach(p -> form.put(p.name(), p.value()));
        var action = form.getOrDefault("Action", "");
        var version = form.getOrDefault("Version", "");
        if (version.equals(VERSION) && action.equals("AssumeRole")) {
            return new Call(
                    action,
                    false,
                    signed -> answer(action, assumeRole.assume(signed.identity(), new Form(form)), request.id()));
        }
        if (version.equals(VERSION) && action.equals("GetCallerIdentity")) {
            return new Call(action, false, signed -> answer(action, callerIdentity(signed), request.id()));
        }
        throw new AwsException(400, "InvalidAction", "Could not find operation " + action + " for version " + version);
    }

    @Override
    public Answer error(AwsException error, String requestId) {
        var code = CODES.getOrDefault(error.code(), error.code());
        int status = BAD_REQUESTS.contains(code) ? 400 : error.status();
        var type = status < 500 ? "Sender" : "Receiver";
        var body = Shape.of(
                "Error", Shape.of("Type", type, "Code", code, "Message", error.getMessage()), "RequestId", requestId);
        return Answer.xml(status, Xml.document("ErrorResponse", NAMESPACE, body));
    }

    private static Answer answer(String action, Map<String, Object> result, String requestId) {
        var body = Shape.of(action + "Result", result, "ResponseMetadata", Shape.of("RequestId", requestId));
        return Answer.xml(200, Xml.document(action + "Response", NAMESPACE, body));
    }

    private static Map<String, Object> callerIdentity(Signed signed) {
        var who = signed.identity();
        return Shape.of("Arn", who.arn(), "UserId", who.userId(), "Account", who.account());
    }
}
