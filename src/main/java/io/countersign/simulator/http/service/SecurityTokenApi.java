package io.countersign.simulator.http.service;

import io.countersign.simulator.access.RoleRegistry;
import io.countersign.simulator.access.SessionStore;
import io.countersign.simulator.http.protocol.AwsRequest;
import io.countersign.simulator.http.protocol.FormInput;
import io.countersign.simulator.http.protocol.HttpAnswer;
import io.countersign.simulator.http.protocol.QueryString;
import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.protocol.XmlWriter;
import io.countersign.simulator.http.signature.SignedCaller;
import io.countersign.simulator.model.AwsException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** AWS STS: the query protocol, with a posted form and an XML response. */
public final class SecurityTokenApi implements ServiceApi {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String VERSION = "2011-06-15";

    /** The query protocol has its own codes for the errors that all services share. */
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

    private final AssumeRoleOperation assumeRole;

    public SecurityTokenApi(RoleRegistry roles, SessionStore sessions, InstantSource clock) {
        this.assumeRole = new AssumeRoleOperation(roles, sessions, clock);
    }

    @Override
    public String service() {
        return "sts";
    }

    @Override
    public boolean accepts(AwsRequest request) {
        return request.method().equals("POST")
                && request.rawPath().equals("/")
                && request.header("content-type")
                        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                        .isPresent();
    }

    @Override
    public ServiceCall find(AwsRequest request) {
        var form = new LinkedHashMap<String, String>();
        QueryString.form(request.body()).parameters().forEach(p -> form.put(p.name(), p.value()));
        var action = form.getOrDefault("Action", "");
        var version = form.getOrDefault("Version", "");
        if (version.equals(VERSION) && action.equals("AssumeRole")) {
            return new ServiceCall(
                    action,
                    false,
                    signed -> answer(action, assumeRole.assume(signed.identity(), new FormInput(form)), request.id()));
        }
        if (version.equals(VERSION) && action.equals("GetCallerIdentity")) {
            return new ServiceCall(action, false, signed -> answer(action, callerIdentity(signed), request.id()));
        }
        throw new AwsException(400, "InvalidAction", "Could not find operation " + action + " for version " + version);
    }

    @Override
    public HttpAnswer error(AwsException error, String requestId) {
        var code = CODES.getOrDefault(error.code(), error.code());
        int status = BAD_REQUESTS.contains(code) ? 400 : error.status();
        var type = status < 500 ? "Sender" : "Receiver";
        var body = new ResponseShape()
                .with(
                        "Error",
                        new ResponseShape()
                                .with("Type", type)
                                .with("Code", code)
                                .with("Message", error.getMessage())
                                .toMap())
                .with("RequestId", requestId)
                .toMap();
        return HttpAnswer.xml(status, XmlWriter.document("ErrorResponse", NAMESPACE, body));
    }

    private static HttpAnswer answer(String action, Map<String, Object> result, String requestId) {
        var body = new ResponseShape()
                .with(action + "Result", result)
                .with(
                        "ResponseMetadata",
                        new ResponseShape().with("RequestId", requestId).toMap())
                .toMap();
        return HttpAnswer.xml(200, XmlWriter.document(action + "Response", NAMESPACE, body));
    }

    private static Map<String, Object> callerIdentity(SignedCaller signed) {
        var who = signed.identity();
        return ResponseShape.of("Arn", who.arn(), "UserId", who.userId(), "Account", who.account());
    }
}
