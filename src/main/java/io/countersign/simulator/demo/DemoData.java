package io.countersign.simulator.demo;

import io.countersign.simulator.model.ShareStatus;
import io.countersign.simulator.rules.SimulatedAws;
import java.util.Map;
import java.util.TreeMap;

/** The accounts of the demo and the shares between them. */
public final class DemoData {

    /** The demo needs at least this many pending invitations. */
    private static final int ENOUGH = 60;

    private DemoData() {}

    /** The names of the demo accounts by account id. */
    public static Map<String, String> names() {
        var names = new TreeMap<String, String>();
        DemoAccounts.all().forEach(account -> names.put(account.id(), account.name()));
        return names;
    }

    public static void addAccounts(SimulatedAws aws) {
        aws.exclusively(() -> {
            DemoAccounts.all().forEach(aws.accounts()::put);
            DemoRoles.all().forEach(aws.roles()::put);
            return aws;
        });
    }

    /** Adds rounds of demo shares until enough are pending. It leaves existing shares unchanged. */
    public static void topUp(SimulatedAws aws) {
        aws.exclusively(() -> {
            for (int round = 1; pending(aws) < ENOUGH; round++) {
                new DemoRound(aws, round).offerAll();
            }
            return aws;
        });
    }

    private static long pending(SimulatedAws aws) {
        var now = aws.now();
        return aws.shares()
                .filter(share -> share.statusAt(now) == ShareStatus.PENDING)
                .count();
    }
}
