package io.countersign.invitation;

import io.countersign.connection.AccountId;
import io.countersign.connection.InvitationId;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.connection.Source;

/** Creates listed invitations for tests. */
public final class Listings {

    public static final Source RETAIL = source("111122223333", "eu-west-1");
    public static final Source LOGISTICS = source("222233334444", "us-east-1");

    private Listings() {}

    public static Source source(String account, String region) {
        return new Source(new AccountId(account), new Region(region));
    }

    public static InvitationId id(int number) {
        return new InvitationId(String.format("%032x", number));
    }

    public static ListedInvitation workload(int number, String name) {
        return workload(number, name, Permission.READONLY);
    }

    public static ListedInvitation workload(int number, String name, Permission permission) {
        return new ListedInvitation(
                id(number),
                ResourceType.WORKLOAD,
                "555566667777",
                "111122223333",
                permission,
                name,
                String.format("%032x", 0xabc000 + number));
    }

    public static ListedInvitation lens(int number, String name) {
        return new ListedInvitation(
                id(number),
                ResourceType.LENS,
                "999988887777",
                "111122223333",
                null,
                name,
                "arn:aws:wellarchitected:eu-west-1:999988887777:lens/" + String.format("%032x", 0xdef000 + number));
    }
}
