package io.countersign.connection.aws;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.PropertyResolver;
import software.amazon.awssdk.awscore.endpoint.DualstackEnabledProvider;
import software.amazon.awssdk.awscore.endpoint.FipsEnabledProvider;

/** Finds settings that exclude each other: the SDK refuses every call to a configured endpoint that is to be a FIPS or dual-stack endpoint. */
public final class EndpointConflicts {

    private static final List<String> ENDPOINTS = List.of(
            "countersign.aws.endpoint",
            "countersign.audit.bucket.endpoint",
            "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_WELLARCHITECTED",
            "AWS_ENDPOINT_URL_STS",
            "AWS_ENDPOINT_URL_ORGANIZATIONS",
            "AWS_ENDPOINT_URL_S3",
            "aws.endpointUrl",
            "aws.endpointUrlWellArchitected",
            "aws.endpointUrlSts",
            "aws.endpointUrlOrganizations",
            "aws.endpointUrlS3");

    private EndpointConflicts() {}

    /** Returns the problems, each with the names of both settings. */
    public static List<String> problemsIn(PropertyResolver environment) {
        List<String> variants = variants();
        return ENDPOINTS.stream()
                .filter(endpoint -> !environment.getProperty(endpoint, "").isBlank())
                .flatMap(endpoint -> variants.stream()
                        .map(variant -> endpoint + ": cannot be combined with " + variant + "; remove one of them"))
                .toList();
    }

    private static List<String> variants() {
        List<String> variants = new ArrayList<>();
        if (FipsEnabledProvider.builder().build().isFipsEnabled().orElse(false)) {
            variants.add("AWS_USE_FIPS_ENDPOINT (aws.useFipsEndpoint, or use_fips_endpoint of the AWS profile)");
        }
        if (DualstackEnabledProvider.builder().build().isDualstackEnabled().orElse(false)) {
            variants.add(
                    "AWS_USE_DUALSTACK_ENDPOINT (aws.useDualstackEndpoint, or use_dualstack_endpoint of the AWS profile)");
        }
        return variants;
    }
}
