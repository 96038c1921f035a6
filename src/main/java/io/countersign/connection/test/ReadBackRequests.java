package io.countersign.connection.test;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.aws.CallDeadline;
import io.countersign.connection.aws.SdkErrorMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/**
 * Tests the permissions that the read-back needs: without them, no decision is ever seen to take effect, and no reason is found
 * for an invitation that disappeared.
 */
final class ReadBackRequests {

    private static final String NO_ID = "0".repeat(32);

    private final Map<String, Runnable> requests = new LinkedHashMap<>();

    ReadBackRequests(
            WellArchitectedClient client,
            Connection connection,
            Region region,
            AwsCredentialsProvider reader,
            CallDeadline callDeadline) {
        Consumer<AwsRequestOverrideConfiguration.Builder> call =
                c -> c.credentialsProvider(reader).apiCallTimeout(callDeadline.remaining());
        String arn = "arn:%s:wellarchitected:%s:%s:".formatted(connection.partition(), region, connection.account());
        requests.put(
                "GetWorkload", () -> client.getWorkload(r -> r.workloadId(NO_ID).overrideConfiguration(call)));
        requests.put(
                "GetLens",
                () -> client.getLens(r -> r.lensAlias(arn + "lens/" + NO_ID).overrideConfiguration(call)));
        requests.put(
                "GetProfile",
                () -> client.getProfile(
                        r -> r.profileArn(arn + "profile/" + NO_ID).overrideConfiguration(call)));
        requests.put(
                "GetReviewTemplate",
                () -> client.getReviewTemplate(
                        r -> r.templateArn(arn + "review-template/" + NO_ID).overrideConfiguration(call)));
        requests.put(
                "ListWorkloads", () -> client.listWorkloads(r -> r.maxResults(1).overrideConfiguration(call)));
        requests.put("ListLenses", () -> client.listLenses(r -> r.maxResults(1).overrideConfiguration(call)));
        requests.put(
                "ListProfiles", () -> client.listProfiles(r -> r.maxResults(1).overrideConfiguration(call)));
        requests.put(
                "ListReviewTemplates",
                () -> client.listReviewTemplates(r -> r.maxResults(1).overrideConfiguration(call)));
    }

    /** AWS checks the permission before it looks up a resource, so "not found" proves the permission. */
    TestStepResult run() {
        List<String> denied = new ArrayList<>();
        for (Entry<String, Runnable> request : requests.entrySet()) {
            Optional<AwsFailure> failure = failure(request.getValue());
            if (failure.isPresent() && failure.get().kind() != AwsFailure.Kind.ACCESS_DENIED) {
                return TroubleshootingHints.failed(TestStep.Kind.READ_BACK, failure.get());
            }
            failure.ifPresent(refused -> denied.add("wellarchitected:" + request.getKey()));
        }
        return denied.isEmpty()
                ? new TestStepResult.Passed(null)
                : new TestStepResult.Failed(
                        TroubleshootingHints.key(TestStep.Kind.READ_BACK, AwsFailure.Kind.ACCESS_DENIED),
                        String.join(", ", denied));
    }

    private static Optional<AwsFailure> failure(Runnable request) {
        try {
            request.run();
            return Optional.empty();
        } catch (RuntimeException thrown) {
            return Optional.of(SdkErrorMapper.of(thrown))
                    .filter(failure -> failure.kind() != AwsFailure.Kind.NOT_FOUND);
        }
    }
}
