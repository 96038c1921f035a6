package io.countersign.simulator.http.service;

import io.countersign.simulator.http.protocol.ResponseShape;
import io.countersign.simulator.http.signature.SignedCaller;
import io.countersign.simulator.model.AwsException;
import io.countersign.simulator.model.SimulatedAccount;
import io.countersign.simulator.model.SimulatedOrganization;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The operations of AWS Organizations, as the management account uses them. */
final class OrganizationsOperations {

    private static final String ARN = "arn:aws:organizations::" + SimulatedOrganization.MANAGEMENT + ":";
    private static final long FOUNDED = 1_577_836_800L;

    private final SimulatedAws aws;

    OrganizationsOperations(SimulatedAws aws) {
        this.aws = aws;
    }

    Map<String, Object> listAccounts(SignedCaller signed, JsonNode input) {
        requireMember(signed);
        if (!signed.identity().account().equals(SimulatedOrganization.MANAGEMENT)) {
            throw AwsException.accessDenied("You don't have permissions to access this resource.");
        }
        int limit = OrganizationsPaging.limit(input);
        var after = OrganizationsPaging.after(input.path("NextToken").asString(""));
        var members = aws.accounts().all().stream()
                .filter(account -> account.member() && account.id().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        var page = members.subList(0, Math.min(limit, members.size()));
        return new ResponseShape()
                .with("Accounts", page.stream().map(this::shape).toList())
                .with(
                        "NextToken",
                        members.size() > limit
                                ? OrganizationsPaging.token(page.get(limit - 1).id())
                                : null)
                .toMap();
    }

    Map<String, Object> describe(SignedCaller signed) {
        requireMember(signed);
        var organization = new ResponseShape()
                .with("Id", SimulatedOrganization.ID)
                .with("Arn", ARN + "organization/" + SimulatedOrganization.ID)
                .with("FeatureSet", "ALL")
                .with("MasterAccountArn", arn(SimulatedOrganization.MANAGEMENT))
                .with("MasterAccountId", SimulatedOrganization.MANAGEMENT)
                .with("MasterAccountEmail", email(SimulatedOrganization.MANAGEMENT))
                .with("AvailablePolicyTypes", List.of())
                .toMap();
        return ResponseShape.of("Organization", organization);
    }

    private void requireMember(SignedCaller signed) {
        if (aws.accounts()
                .find(signed.identity().account())
                .filter(SimulatedAccount::member)
                .isEmpty()) {
            throw new AwsException(
                    400, "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
        }
    }

    private Map<String, Object> shape(SimulatedAccount account) {
        return new ResponseShape()
                .with("Id", account.id())
                .with("Arn", arn(account.id()))
                .with("Email", email(account.id()))
                .with("Name", account.name())
                .with("State", account.state())
                .with("Status", aws.organization().showsStatus() ? status(account.state()) : null)
                .with("JoinedMethod", "CREATED")
                .with("JoinedTimestamp", FOUNDED)
                .toMap();
    }

    /** The retired status has fewer values than the state. */
    private static String status(SimulatedAccount.State state) {
        return switch (state) {
            case ACTIVE, PENDING_ACTIVATION -> "ACTIVE";
            case PENDING_CLOSURE -> "PENDING_CLOSURE";
            case SUSPENDED, CLOSED -> "SUSPENDED";
        };
    }

    private static String arn(String account) {
        return ARN + "account/" + SimulatedOrganization.ID + "/" + account;
    }

    private static String email(String account) {
        return "aws+" + account + "@example.com";
    }
}
