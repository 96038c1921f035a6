package io.countersign.simulator.http;

import io.countersign.simulator.rules.Account;
import io.countersign.simulator.rules.AwsException;
import io.countersign.simulator.rules.Organization;
import io.countersign.simulator.rules.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The organization and its accounts, as its management account sees them. */
final class OrganizationsOperations {

    private static final int LARGEST_PAGE = 20;
    private static final String ARN = "arn:aws:organizations::" + Organization.MANAGEMENT + ":";
    private static final long FOUNDED = 1_577_836_800L;

    private final World world;

    OrganizationsOperations(World world) {
        this.world = world;
    }

    Map<String, Object> listAccounts(Signed signed, JsonNode input) {
        refuseOutsiders(signed);
        if (!signed.identity().account().equals(Organization.MANAGEMENT)) {
            throw AwsException.accessDenied("You don't have permissions to access this resource.");
        }
        int limit = limit(input);
        var after = after(input.path("NextToken").asString(""));
        var members = world.accounts().stream()
                .filter(account -> account.member() && account.id().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        var page = members.subList(0, Math.min(limit, members.size()));
        return Shape.of(
                "Accounts",
                page.stream().map(this::shape).toList(),
                "NextToken",
                members.size() > limit ? token(page.get(limit - 1).id()) : null);
    }

    Map<String, Object> describe(Signed signed) {
        refuseOutsiders(signed);
        var organization = Shape.of(
                "Id",
                Organization.ID,
                "Arn",
                ARN + "organization/" + Organization.ID,
                "FeatureSet",
                "ALL",
                "MasterAccountArn",
                arn(Organization.MANAGEMENT),
                "MasterAccountId",
                Organization.MANAGEMENT,
                "MasterAccountEmail",
                email(Organization.MANAGEMENT),
                "AvailablePolicyTypes",
                List.of());
        return Shape.of("Organization", organization);
    }

    private void refuseOutsiders(Signed signed) {
        if (world.account(signed.identity().account()).filter(Account::member).isEmpty()) {
            throw new AwsException(
                    400, "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
        }
    }

    private Map<String, Object> shape(Account account) {
        return Shape.of(
                "Id",
                account.id(),
                "Arn",
                arn(account.id()),
                "Email",
                email(account.id()),
                "Name",
                account.name(),
                "State",
                account.state(),
                "Status",
                world.organization().showsStatus() ? status(account.state()) : null,
                "JoinedMethod",
                "CREATED",
                "JoinedTimestamp",
                FOUNDED);
    }

    /** The older enumeration has fewer words. */
    private static String status(Account.State state) {
        return switch (state) {
            case ACTIVE, PENDING_ACTIVATION -> "ACTIVE";
            case PENDING_CLOSURE -> "PENDING_CLOSURE";
            case SUSPENDED, CLOSED -> "SUSPENDED";
        };
    }

    private static int limit(JsonNode input) {
        int limit = input.path("MaxResults").asInt(LARGEST_PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            var reason = limit < 1 ? "MIN_VALUE_EXCEEDED" : "MAX_VALUE_EXCEEDED";
            throw invalid(reason, "MaxResults must be 1 to " + LARGEST_PAGE + ".");
        }
        return limit;
    }

    private static String after(String token) {
        if (token.isEmpty()) {
            return "";
        }
        try {
            var id = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (id.matches("[0-9]{12}")) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw invalid("INVALID_NEXT_TOKEN", "The token is not valid.");
        }
        throw invalid("INVALID_NEXT_TOKEN", "The token is not valid.");
    }

    private static String token(String lastId) {
        return Base64.getUrlEncoder().encodeToString(lastId.getBytes(StandardCharsets.UTF_8));
    }

    private static String arn(String account) {
        return ARN + "account/" + Organization.ID + "/" + account;
    }

    private static String email(String account) {
        return "aws+" + account + "@example.com";
    }

    private static AwsException invalid(String reason, String message) {
        return new AwsException(400, "InvalidInputException", message, Map.of("Reason", reason));
    }
}
