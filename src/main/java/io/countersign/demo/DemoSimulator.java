package io.countersign.demo;

import io.countersign.connection.AccountId;
import io.countersign.connection.InvitationId;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Controls the simulated AWS through its control endpoints. */
@Component
@Profile("demo")
class DemoSimulator {

    private final String endpoint;
    private final RestClient client;

    DemoSimulator(@Value("${countersign.aws.endpoint}") String endpoint) {
        this.endpoint = endpoint;
        this.client = RestClient.create(endpoint + "/_simulator");
    }

    /** A share, as the control endpoint returns it. */
    record Share(String id, @Nullable String account, String region, String status, Instant createdAt) {

        Source source() {
            return new Source(new AccountId(Objects.requireNonNull(account)), new Region(region));
        }

        boolean pending() {
            return account != null && status.equals("PENDING");
        }
    }

    String address() {
        return endpoint;
    }

    List<Share> pendingShares() {
        List<Share> shares = Objects.requireNonNull(
                client.get().uri("/shares").retrieve().body(new ParameterizedTypeReference<List<Share>>() {}));
        return shares.stream().filter(Share::pending).toList();
    }

    /** Returns the ID of the invitation that the only recipient gets. */
    InvitationId share(DemoStory.DemoOffer offer) {
        List<String> ids = Objects.requireNonNull(client.post()
                .uri("/shares")
                .contentType(MediaType.APPLICATION_JSON)
                .body(offer)
                .retrieve()
                .body(new ParameterizedTypeReference<List<String>>() {}));
        return new InvitationId(ids.get(0));
    }

    /** Refuses an operation to an account until {@link #allowAll}. */
    void refuse(String operation, AccountId account) {
        Map<String, ?> error = Map.of(
                "status",
                403,
                "code",
                "AccessDeniedException",
                "message",
                "User is not authorized to perform: wellarchitected:" + operation
                        + " with an explicit deny in a service control policy");
        faults(List.of(Map.of("operation", operation, "account", account.value(), "error", error)));
    }

    void allowAll() {
        faults(List.of());
    }

    private void faults(List<?> rules) {
        client.put()
                .uri("/faults")
                .contentType(MediaType.APPLICATION_JSON)
                .body(rules)
                .retrieve()
                .toBodilessEntity();
    }
}
