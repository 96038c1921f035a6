package io.countersign.simulator.http;

import io.countersign.simulator.rules.AwsException;
import io.countersign.simulator.rules.Caller;
import io.countersign.simulator.rules.Library;
import io.countersign.simulator.rules.Resource;
import io.countersign.simulator.rules.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Custom lenses: imported as a draft, published as a version, and then shared. */
final class LensOperations {

    private enum LensType {
        AWS_OFFICIAL,
        CUSTOM_SHARED,
        CUSTOM_SELF
    }

    private enum LensStatus {
        ALL,
        DRAFT,
        PUBLISHED
    }

    private static final List<String> OFFICIAL = List.of("wellarchitected", "serverless", "softwareasaservice");

    private final Library library;

    LensOperations(Library library) {
        this.library = library;
    }

    List<Operation> all() {
        return List.of(
                Operation.once("ImportLens", "PUT", "/importLens", this::importLens),
                Operation.once("CreateLensVersion", "POST", "/lenses/{LensAlias}/versions", this::publish),
                Operation.of("GetLens", "GET", "/lenses/{LensAlias}", this::get),
                Operation.of("ListLenses", "GET", "/lenses", this::list));
    }

    void requireVisible(Caller caller, String alias) {
        if (!OFFICIAL.contains(alias)) {
            library.visible(caller, ResourceType.LENS, alias);
        }
    }

    private Map<String, Object> importLens(Caller caller, Input input) {
        var alias = input.optional("LensAlias", Constraint.LENS_ALIAS);
        var document = input.text("JSONString", Constraint.between(2, 500_000));
        var tags = input.asGiven("Tags");
        input.check();
        var parsed = LensDocument.parse(document);
        var attributes = Shape.of("Description", parsed.description(), "Tags", tags);
        var lens = alias == null
                ? library.create(caller, ResourceType.LENS, parsed.name(), attributes)
                : library.redraft(caller, alias, parsed.name(), attributes);
        return Shape.of("LensArn", lens.arn(), "Status", "COMPLETE");
    }

    private Map<String, Object> publish(Caller caller, Input input) {
        var alias = input.text("LensAlias", Constraint.LENS_ALIAS);
        var version = input.text("LensVersion", Constraint.VERSION);
        input.check();
        var lens = library.publish(caller, alias, version);
        return Shape.of("LensArn", lens.arn(), "LensVersion", version);
    }

    private Map<String, Object> get(Caller caller, Input input) {
        var alias = input.text("LensAlias", Constraint.LENS_ALIAS);
        var version = input.optional("LensVersion", Constraint.VERSION);
        input.check();
        var lens = library.visible(caller, ResourceType.LENS, alias);
        if (version != null && !version.equals(lens.version())) {
            throw AwsException.notFound("LENS", alias);
        }
        return Shape.of(
                "Lens",
                Shape.of(
                        "LensArn",
                        lens.arn(),
                        "LensVersion",
                        lens.version(),
                        "Name",
                        lens.name(),
                        "Description",
                        lens.attributes().get("Description"),
                        "Owner",
                        lens.owner(),
                        "ShareInvitationId",
                        library.acceptedInvitation(caller, lens).orElse(null),
                        "Tags",
                        lens.attributes().get("Tags")));
    }

    private Map<String, Object> list(Caller caller, Input input) {
        var type = input.optionalChoice("LensType", LensType.class);
        var status = input.optionalChoice("LensStatus", LensStatus.class);
        var name = input.optional("LensName", Constraint.LENS_NAME);
        var page = input.page(caller + " ListLenses");
        input.check();
        var found = library.visible(caller, ResourceType.LENS, wanted(caller, type, status, name), page);
        var summaries =
                found.items().stream().map(lens -> summary(caller, lens)).toList();
        return Shape.of("LensSummaries", summaries, "NextToken", found.nextToken());
    }

    private static Predicate<Resource> wanted(
            Caller caller, @Nullable LensType type, @Nullable LensStatus status, @Nullable String name) {
        return lens -> (type == null || type == typeFor(caller, lens))
                && (status == null || status == LensStatus.ALL || status == statusOf(lens))
                && (name == null || lens.name().equals(name));
    }

    private static LensType typeFor(Caller caller, Resource lens) {
        return lens.isOwnedBy(caller) ? LensType.CUSTOM_SELF : LensType.CUSTOM_SHARED;
    }

    private static LensStatus statusOf(Resource lens) {
        return lens.version() == null ? LensStatus.DRAFT : LensStatus.PUBLISHED;
    }

    private static Map<String, Object> summary(Caller caller, Resource lens) {
        return Shape.of(
                "LensArn",
                lens.arn(),
                "LensName",
                lens.name(),
                "LensType",
                typeFor(caller, lens),
                "Description",
                lens.attributes().get("Description"),
                "CreatedAt",
                Shape.timestamp(lens.createdAt()),
                "UpdatedAt",
                Shape.timestamp(lens.updatedAt()),
                "LensVersion",
                lens.version(),
                "Owner",
                lens.owner(),
                "LensStatus",
                "CURRENT");
    }
}
