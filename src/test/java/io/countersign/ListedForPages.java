package io.countersign;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.RETAIL;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.lens;
import static io.countersign.invitation.Listings.workload;

import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.SharedResources;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The invitations of page tests: 120 plain workloads, starting at 1000, and some unusual invitations. */
@TestConfiguration(proxyBeanMethods = false)
public class ListedForPages {

    public static final int MARKUP = 1;
    public static final int FORMULA = 2;
    public static final int ARABIC = 3;
    public static final int STRANGE = 4;
    public static final int BARE = 5;
    public static final int LENS = 6;
    public static final int LONG = 7;
    public static final int PLAIN = 1000;

    public static final String LONG_NAME = "x".repeat(100);

    @Bean
    @Primary
    FakeShareInvitations aws() {
        FakeShareInvitations aws = new FakeShareInvitations();
        aws.lists(RETAIL, ResourceType.WORKLOAD, new ListOutcome.Complete(plain()));
        aws.lists(LOGISTICS, ResourceType.WORKLOAD, new ListOutcome.Complete(strange()));
        aws.lists(LOGISTICS, ResourceType.LENS, new ListOutcome.Complete(List.of(lens(LENS, "SaaS lens"))));
        return aws;
    }

    /** Shows resources only after their invitation was accepted. */
    @Bean
    @Primary
    SharedResources shared(FakeShareInvitations aws) {
        return (source, listed) -> aws.updated().contains(listed.id())
                ? new ResourceVisibility.Visible(
                        "GetWorkload", listed.sharedBy(), listed.id().value())
                : new ResourceVisibility.NotVisible();
    }

    private static List<ListedInvitation> plain() {
        return IntStream.range(PLAIN, PLAIN + 120)
                .mapToObj(number -> workload(number, "Plain " + number))
                .toList();
    }

    private static List<ListedInvitation> strange() {
        return List.of(
                workload(MARKUP, "<b>Urgent</b> \"quoted\" & more", Permission.CONTRIBUTOR),
                workload(FORMULA, "=1+1 priorities"),
                workload(ARABIC, "عدسة أمن المدفوعات"),
                workload(LONG, LONG_NAME),
                new ListedInvitation(
                        id(STRANGE),
                        new ResourceType("DASHBOARD"),
                        "somebody",
                        null,
                        new Permission("OWNER_OF_ALL"),
                        "Strange",
                        "d-1"),
                new ListedInvitation(id(BARE), ResourceType.WORKLOAD, null, null, null, null, null));
    }
}
