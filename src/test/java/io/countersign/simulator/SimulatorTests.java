package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.AccessDeniedException;
import software.amazon.awssdk.services.wellarchitected.model.ConflictException;
import software.amazon.awssdk.services.wellarchitected.model.LensType;
import software.amazon.awssdk.services.wellarchitected.model.PermissionType;
import software.amazon.awssdk.services.wellarchitected.model.ProfileOwnerType;
import software.amazon.awssdk.services.wellarchitected.model.ResourceNotFoundException;
import software.amazon.awssdk.services.wellarchitected.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationSummary;
import software.amazon.awssdk.services.wellarchitected.model.ShareResourceType;
import software.amazon.awssdk.services.wellarchitected.model.ShareStatus;
import software.amazon.awssdk.services.wellarchitected.model.ValidationException;
import software.amazon.awssdk.services.wellarchitected.model.ValidationExceptionReason;

/** Checks the life cycle of shares with the AWS SDK. */
class SimulatorTests {

    private Simulator simulator;
    private WellArchitectedClient owner;
    private WellArchitectedClient recipient;
    private SharedTestResources resources;
    private ControlClient control;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(new SimulatorOptions(0, null, false));
        owner = new SdkClients(simulator).as(SdkClients.OWNER);
        recipient = new SdkClients(simulator).as(SdkClients.RECIPIENT);
        resources = new SharedTestResources(owner);
        control = new ControlClient(simulator);
    }

    @AfterEach
    void stop() {
        owner.close();
        recipient.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(value = ShareResourceType.class, names = "UNKNOWN_TO_SDK_VERSION", mode = EnumSource.Mode.EXCLUDE)
    void takesEachTypeFromSharingToAcceptanceAndRevocation(ShareResourceType type) {
        var id = resources.make(type);
        var share = resources.share(type, id, SdkClients.RECIPIENT);

        assertThat(waiting(type)).singleElement().satisfies(invitation -> {
            assertThat(invitation.shareInvitationId()).isEqualTo(share);
            assertThat(invitation.sharedBy()).isEqualTo(SdkClients.OWNER);
            assertThat(invitation.sharedWith()).isEqualTo(SdkClients.RECIPIENT);
            assertThat(invitation.shareResourceType()).isEqualTo(type);
            assertThat(idOf(invitation)).isEqualTo(id);
        });
        assertThat(resources.statuses(type, id)).containsExactly(ShareStatus.PENDING);

        assertThat(answer(share, ShareInvitationAction.ACCEPT)).isEqualTo(share);
        assertThat(waiting(type)).isEmpty();
        assertThat(resources.statuses(type, id)).containsExactly(ShareStatus.ACCEPTED);
        assertThat(seenThrough(type, id)).isEqualTo(List.of(SdkClients.OWNER, share));

        resources.unshare(type, id, share);
        assertThat(resources.statuses(type, id)).containsExactly(ShareStatus.REVOKED);
        assertThatThrownBy(() -> seenThrough(type, id)).isInstanceOf(ResourceNotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource(value = ShareResourceType.class, names = "UNKNOWN_TO_SDK_VERSION", mode = EnumSource.Mode.EXCLUDE)
    void showsARejectionToTheOwner(ShareResourceType type) {
        var id = resources.make(type);
        answer(resources.share(type, id, SdkClients.RECIPIENT), ShareInvitationAction.REJECT);

        assertThat(resources.statuses(type, id)).containsExactly(ShareStatus.REJECTED);
        assertThatThrownBy(() -> seenThrough(type, id)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void showsAnAcceptedResourceOnlyToItsRecipient() {
        var id = resources.make(ShareResourceType.WORKLOAD);
        resources.share(ShareResourceType.WORKLOAD, id, SdkClients.OTHER);
        try (var other = new SdkClients(simulator).as(SdkClients.OTHER)) {
            var share = other.listShareInvitations(b -> {})
                    .shareInvitationSummaries()
                    .get(0)
                    .shareInvitationId();
            other.updateShareInvitation(
                    b -> b.shareInvitationId(share).shareInvitationAction(ShareInvitationAction.ACCEPT));
            assertThat(other.getWorkload(b -> b.workloadId(id)).workload().workloadId())
                    .isEqualTo(id);
        }
        assertThatThrownBy(() -> recipient.getWorkload(b -> b.workloadId(id)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(recipient.listWorkloads(b -> {}).workloadSummaries()).isEmpty();
    }

    @Test
    void publishesVersionsOfALensUnderOneArn() {
        var arn = resources.lens("Before");
        owner.importLens(b -> b.lensAlias(arn).jsonString(SharedTestResources.lensDocument("After")));
        owner.createLensVersion(b -> b.lensAlias(arn).lensVersion("2.0").isMajorVersion(true));

        var lens = owner.getLens(b -> b.lensAlias(arn).lensVersion("2.0")).lens();
        assertThat(lens.name()).isEqualTo("After");
        assertThat(lens.shareInvitationId()).isNull();
        assertThatThrownBy(() -> owner.getLens(b -> b.lensAlias(arn).lensVersion("1.0")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> owner.createLensVersion(
                        b -> b.lensAlias(arn).lensVersion("2.0").isMajorVersion(true)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> resources.draftLens("")).isInstanceOf(ValidationException.class);
    }

    @Test
    void listsASharedResourceAfterTheAccept() {
        for (var type : ShareResourceType.knownValues()) {
            answer(resources.shareNew(type, SdkClients.RECIPIENT), ShareInvitationAction.ACCEPT);
        }
        assertThat(recipient.listWorkloads(b -> {}).workloadSummaries())
                .singleElement()
                .extracting(w -> w.owner())
                .isEqualTo(SdkClients.OWNER);
        assertThat(recipient.listLenses(b -> b.lensType(LensType.CUSTOM_SHARED)).lensSummaries())
                .hasSize(1);
        assertThat(recipient.listLenses(b -> b.lensType(LensType.CUSTOM_SELF)).lensSummaries())
                .isEmpty();
        assertThat(recipient
                        .listProfiles(b -> b.profileOwnerType(ProfileOwnerType.SHARED))
                        .profileSummaries())
                .hasSize(1);
        assertThat(recipient.listReviewTemplates(b -> {}).reviewTemplates()).hasSize(1);
    }

    @Test
    void refusesASecondDecisionButLetsTheRecipientLeave() {
        var share = resources.shareNew(ShareResourceType.WORKLOAD, SdkClients.RECIPIENT);
        answer(share, ShareInvitationAction.ACCEPT);
        assertThatThrownBy(() -> answer(share, ShareInvitationAction.ACCEPT))
                .asInstanceOf(type(ConflictException.class))
                .satisfies(e -> assertThat(e.resourceId()).isEqualTo(share));
        answer(share, ShareInvitationAction.REJECT);
        assertThatThrownBy(() -> answer(share, ShareInvitationAction.REJECT)).isInstanceOf(ConflictException.class);

        assertThat(control.get("updates").toString()).isEqualTo("{\"reached\":4,\"tookEffect\":2}");
    }

    @Test
    void hidesAnInvitationFromEveryOtherAccount() {
        var share = resources.shareNew(ShareResourceType.LENS, SdkClients.OTHER);
        assertThatThrownBy(() -> answer(share, ShareInvitationAction.ACCEPT))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void expiresAfterSevenDays() {
        var id = resources.make(ShareResourceType.TEMPLATE);
        var share = resources.share(ShareResourceType.TEMPLATE, id, SdkClients.RECIPIENT);
        control.send("PUT", "clock", "{\"forward\":\"P6DT23H\"}");
        assertThat(waiting(ShareResourceType.TEMPLATE)).hasSize(1);

        control.send("PUT", "clock", "{\"forward\":\"PT1H1S\"}");
        assertThat(waiting(ShareResourceType.TEMPLATE)).isEmpty();
        assertThat(resources.statuses(ShareResourceType.TEMPLATE, id)).containsExactly(ShareStatus.EXPIRED);
        assertThatThrownBy(() -> answer(share, ShareInvitationAction.ACCEPT)).isInstanceOf(ConflictException.class);
    }

    @Test
    void changesThePermissionOfAWaitingWorkloadShareUnderTheSameId() {
        var id = resources.workload("Permission change");
        var share = resources.share(ShareResourceType.WORKLOAD, id, SdkClients.RECIPIENT);
        var changed =
                owner.updateWorkloadShare(b -> b.workloadId(id).shareId(share).permissionType(PermissionType.READONLY));

        assertThat(changed.workloadShare().shareId()).isEqualTo(share);
        assertThat(waiting(ShareResourceType.WORKLOAD))
                .singleElement()
                .extracting(ShareInvitationSummary::permissionType)
                .isEqualTo(PermissionType.READONLY);
    }

    @Test
    void sendsInvitationsToUsersButNotToOrganizations() {
        var id = resources.workload("Principals");
        var user = "arn:aws:iam::" + SdkClients.RECIPIENT + ":user/anna";
        resources.share(ShareResourceType.WORKLOAD, id, user);
        resources.share(
                ShareResourceType.WORKLOAD, id, "arn:aws:organizations::555566667777:organization/o-abcdef1234");

        assertThat(waiting(ShareResourceType.WORKLOAD)).singleElement().satisfies(i -> assertThat(i.sharedWith())
                .isEqualTo(user));
        assertThat(resources.statuses(ShareResourceType.WORKLOAD, id))
                .containsExactlyInAnyOrder(ShareStatus.PENDING, ShareStatus.ASSOCIATED);
        assertThatThrownBy(() -> resources.share(ShareResourceType.WORKLOAD, id, "somebody else"))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void refusesInvalidSharesOfAnOwner() {
        var id = resources.workload("Refusals");
        resources.share(ShareResourceType.WORKLOAD, id, SdkClients.RECIPIENT);
        assertThatThrownBy(() -> resources.share(ShareResourceType.WORKLOAD, id, SdkClients.RECIPIENT))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> resources.workload(" REFUSALS ")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> resources.share(ShareResourceType.WORKLOAD, id, SdkClients.OWNER))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() ->
                        resources.share(ShareResourceType.LENS, resources.draftLens("Draft"), SdkClients.RECIPIENT))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() ->
                        new SharedTestResources(recipient).share(ShareResourceType.WORKLOAD, id, SdkClients.OTHER))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void refusesSharesByARecipient() {
        var id = resources.make(ShareResourceType.LENS);
        answer(resources.share(ShareResourceType.LENS, id, SdkClients.RECIPIENT), ShareInvitationAction.ACCEPT);
        assertThatThrownBy(() -> new SharedTestResources(recipient).share(ShareResourceType.LENS, id, SdkClients.OTHER))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void limitsTheSharesOfAWorkload() {
        var id = resources.workload("Popular");
        IntStream.range(0, 20)
                .forEach(i -> resources.share(ShareResourceType.WORKLOAD, id, String.valueOf(100_000_000_000L + i)));
        assertThatThrownBy(() -> resources.share(ShareResourceType.WORKLOAD, id, SdkClients.RECIPIENT))
                .asInstanceOf(type(ServiceQuotaExceededException.class))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(402));
    }

    @Test
    void returnsTheFirstResponseForARepeatedToken() {
        var id = resources.make(ShareResourceType.PROFILE);
        var first = owner.createProfileShare(
                b -> b.profileArn(id).sharedWith(SdkClients.RECIPIENT).clientRequestToken("one"));
        var again = owner.createProfileShare(
                b -> b.profileArn(id).sharedWith(SdkClients.RECIPIENT).clientRequestToken("one"));
        assertThat(again.shareId()).isEqualTo(first.shareId());
        assertThatThrownBy(() -> owner.createProfileShare(
                        b -> b.profileArn(id).sharedWith(SdkClients.OTHER).clientRequestToken("one")))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void reportsAMissingTokenTogetherWithOtherErrors() {
        assertThatThrownBy(() -> owner.createProfileShare(
                        b -> b.profileArn("x").sharedWith("1").clientRequestToken("")))
                .asInstanceOf(type(ValidationException.class))
                .satisfies(e -> assertThat(e.fields())
                        .extracting(f -> f.name())
                        .containsExactlyInAnyOrder("ClientRequestToken", "ProfileArn", "SharedWith"));
    }

    @Test
    void pagesWithoutGapsWhileItemsDisappear() {
        var made = new ArrayList<String>();
        IntStream.range(0, 7)
                .forEach(i -> made.add(resources.shareNew(ShareResourceType.WORKLOAD, SdkClients.RECIPIENT)));
        var first = recipient.listShareInvitations(b -> b.maxResults(3));
        var seen = new ArrayList<>(ids(first.shareInvitationSummaries()));
        answer(seen.get(0), ShareInvitationAction.ACCEPT);
        for (var token = first.nextToken(); token != null; ) {
            var from = token;
            var next = recipient.listShareInvitations(b -> b.maxResults(3).nextToken(from));
            seen.addAll(ids(next.shareInvitationSummaries()));
            token = next.nextToken();
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made).doesNotHaveDuplicates();

        assertThatThrownBy(() -> recipient.listShareInvitations(
                        b -> b.nextToken(first.nextToken()).shareResourceType(ShareResourceType.LENS)))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> recipient.listShareInvitations(b -> b.nextToken("made up")))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void filtersByPrefixOfOneType() {
        resources.share(ShareResourceType.WORKLOAD, resources.workload("Basket"), SdkClients.RECIPIENT);
        resources.share(ShareResourceType.WORKLOAD, resources.workload("Ledger"), SdkClients.RECIPIENT);
        resources.share(ShareResourceType.LENS, resources.lens("Basket lens"), SdkClients.RECIPIENT);

        assertThat(recipient
                        .listShareInvitations(b -> b.workloadNamePrefix("Bas"))
                        .shareInvitationSummaries())
                .singleElement()
                .extracting(ShareInvitationSummary::workloadName)
                .isEqualTo("Basket");
        assertThatThrownBy(() -> recipient.listShareInvitations(
                        b -> b.workloadNamePrefix("B").lensNamePrefix("B")))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> recipient.listShareInvitations(
                        b -> b.workloadNamePrefix("B").shareResourceType(ShareResourceType.LENS)))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void namesEveryInvalidField() {
        assertThatThrownBy(() -> recipient.updateShareInvitation(
                        b -> b.shareInvitationId("short").shareInvitationAction("MAYBE")))
                .asInstanceOf(type(ValidationException.class))
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(ValidationExceptionReason.FIELD_VALIDATION_FAILED);
                    assertThat(e.fields())
                            .extracting(f -> f.name())
                            .containsExactly("ShareInvitationId", "ShareInvitationAction");
                    assertThat(e.requestId()).hasSize(36);
                });
        assertThatThrownBy(() -> recipient.listShareInvitations(b -> b.maxResults(51)))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> resources.template("Umlaut ä")).isInstanceOf(ValidationException.class);
    }

    @Test
    void nestsTheTextOfAValidationErrorAsAwsDoes() {
        assertThatThrownBy(() -> recipient.listShareInvitations(b -> b.maxResults(51)))
                .asInstanceOf(type(ValidationException.class))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorMessage())
                        .isEqualTo("[Validation] {\"reason\":\"FIELD_VALIDATION_FAILED\","
                                + "\"message\":\"[Validation] MaxResults must be between 1 and 50.\","
                                + "\"fields\":\"[{\\\"Name\\\":\\\"MaxResults\\\","
                                + "\\\"Message\\\":\\\"must be between 1 and 50\\\"}]\"}"));
    }

    @Test
    void refusesUsersOfTheOwnersAccount() {
        for (var type : ShareResourceType.knownValues()) {
            var id = resources.make(type);
            for (var with : List.of(SdkClients.OWNER, "arn:aws:iam::" + SdkClients.OWNER + ":user/anna")) {
                assertThatThrownBy(() -> resources.share(type, id, with))
                        .asInstanceOf(type(ValidationException.class))
                        .satisfies(e -> assertThat(e.awsErrorDetails().errorMessage())
                                .isEqualTo("[Validation] The shared with user cannot belong to the sharer's account."));
            }
            assertThat(resources.statuses(type, id)).isEmpty();
        }
    }

    @Test
    void listsSharesOfALensInPagesOfTen() {
        var lens = resources.lens("Popular");
        IntStream.range(0, 11)
                .forEach(i -> resources.share(ShareResourceType.LENS, lens, String.valueOf(100_000_000_000L + i)));
        assertThatThrownBy(() -> owner.listLensShares(b -> b.lensAlias(lens).maxResults(11)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("MaxResults must be between 1 and 10.");
        var first = owner.listLensShares(b -> b.lensAlias(lens));
        assertThat(first.lensShareSummaries()).hasSize(10);
        assertThat(owner.listLensShares(b -> b.lensAlias(lens).nextToken(first.nextToken()))
                        .lensShareSummaries())
                .hasSize(1);
        var workload = resources.workload("Popular");
        assertThat(owner.listWorkloadShares(b -> b.workloadId(workload).maxResults(50))
                        .workloadShareSummaries())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "schemaVersion": "2021-11-01" | "schemaVersion": "2020-01-01" | schemaVersion must satisfy
            "schemaVersion": "2021-11-01" | "version": "2021-11-01"       | schemaVersion must satisfy
            "description": "A lens"       | "description": ""             | description must have length
            "description": "A lens"       | "about": "A lens"             | description must have length
            "pillars":                    | "pilars":                     | pillars must have 1 to 10 elements
            "id": "custom_pillar"         | "id": "a pillar"              | id must satisfy
            "id": "custom_pillar"         | "key": "custom_pillar"        | id must have length
            {"schema                      | "schema                       | must be valid JSON
            """)
    void refusesInvalidLenses(String valid, String invalid, String problem) {
        var document = SharedTestResources.lensDocument("Broken").replace(valid, invalid);
        assertThatThrownBy(() -> owner.importLens(b -> b.jsonString(document)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(problem);
        assertThat(owner.listLenses(b -> {}).lensSummaries()).isEmpty();
    }

    @Test
    void refusesLongDescriptionsAndRepeatedPillars() {
        var document = SharedTestResources.lensDocument("Broken");
        assertThatThrownBy(() -> owner.importLens(b -> b.jsonString(document.replace("A lens", "x".repeat(2049)))))
                .hasMessageContaining("description must have length less than or equal to 2048");
        var pillar = document.substring(document.indexOf("[{") + 1, document.indexOf("}]") + 1);
        assertThatThrownBy(() -> owner.importLens(b -> b.jsonString(document.replace(pillar, pillar + "," + pillar))))
                .hasMessageContaining("pillars must have different values of id");
    }

    @Test
    void keepsRegionsApart() {
        resources.shareNew(ShareResourceType.WORKLOAD, SdkClients.RECIPIENT);
        try (var elsewhere = new SdkClients(simulator)
                .client("AKIADEMO" + SdkClients.RECIPIENT, "demo", "us-east-1", Duration.ofSeconds(5))) {
            assertThat(elsewhere.listShareInvitations(b -> {}).shareInvitationSummaries())
                    .isEmpty();
        }
    }

    private List<ShareInvitationSummary> waiting(ShareResourceType type) {
        return recipient.listShareInvitations(b -> b.shareResourceType(type)).shareInvitationSummaries();
    }

    private String answer(String id, ShareInvitationAction action) {
        return recipient
                .updateShareInvitation(b -> b.shareInvitationId(id).shareInvitationAction(action))
                .shareInvitation()
                .shareInvitationId();
    }

    private static List<String> ids(List<ShareInvitationSummary> summaries) {
        return summaries.stream().map(ShareInvitationSummary::shareInvitationId).toList();
    }

    private static String idOf(ShareInvitationSummary invitation) {
        return switch (invitation.shareResourceType()) {
            case WORKLOAD -> invitation.workloadId();
            case LENS -> invitation.lensArn();
            case PROFILE -> invitation.profileArn();
            default -> invitation.templateArn();
        };
    }

    private List<String> seenThrough(ShareResourceType type, String id) {
        return switch (type) {
            case WORKLOAD -> {
                var seen = recipient.getWorkload(b -> b.workloadId(id)).workload();
                yield List.of(seen.owner(), seen.shareInvitationId());
            }
            case LENS -> {
                var seen = recipient.getLens(b -> b.lensAlias(id)).lens();
                yield List.of(seen.owner(), seen.shareInvitationId());
            }
            case PROFILE -> {
                var seen = recipient.getProfile(b -> b.profileArn(id)).profile();
                yield List.of(seen.owner(), seen.shareInvitationId());
            }
            default -> {
                var seen = recipient.getReviewTemplate(b -> b.templateArn(id)).reviewTemplate();
                yield List.of(seen.owner(), seen.shareInvitationId());
            }
        };
    }
}
