package io.countersign.queue;

import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.Permission;
import io.countersign.connection.Region;
import io.countersign.connection.ResourceType;
import io.countersign.invitation.queue.AgeRange;
import io.countersign.invitation.queue.PendingSummary;
import io.countersign.invitation.queue.QueueFilter;
import io.countersign.owner.KnownOwner;
import io.countersign.owner.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The choices of the queue filters. If there are too many accounts for a list, the user types one. */
@Component
class QueueChoices {

    /** Longer lists become suggestions. */
    private static final int LONGEST = 100;

    private static final int SUGGESTED = 20;
    /** Ranges of hours since the first-seen time: expired, and at most 6, 24 and 72 hours left. */
    private static final List<String> TIME_LEFT = List.of("168-", "162-", "144-", "96-");

    private final Connections connections;
    private final Owners owners;
    private final MessageSourceAccessor messages;

    QueueChoices(Connections connections, Owners owners, MessageSource messages) {
        this.connections = connections;
        this.owners = owners;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** One choice of a filter. */
    record Option(String value, String label) {}

    /**
     * The choices of all filters.
     *
     * @param manyAccounts whether there are too many accounts for a list, so that {@code accounts} are suggestions
     * @param manyOwners the same for owners
     */
    record Choices(
            List<Option> types,
            List<Option> accounts,
            boolean manyAccounts,
            List<Option> regions,
            List<Option> permissions,
            List<Option> owners,
            boolean manyOwners,
            List<Option> waits) {}

    Choices choices(QueueFilter filter, PendingSummary pending) {
        List<String> sharing = pending.owners();
        List<Connection> visible = visible(filter);
        boolean manyAccounts = visible.size() > LONGEST;
        return new Choices(
                types(pending.types(), filter.type()),
                manyAccounts ? options(suggested(pending)) : accounts(visible),
                manyAccounts,
                regions(visible),
                permissions(),
                options(owners(sharing, filter.criteria().owner())),
                sharing.size() > LONGEST,
                waits(filter.criteria().waited()));
    }

    /** Returns the accounts that the choices name, apart from the connected ones. */
    List<String> named(QueueFilter filter, PendingSummary pending) {
        return Stream.concat(
                        owners(pending.owners(), filter.criteria().owner()).stream(),
                        visible(filter).size() > LONGEST ? suggested(pending).stream() : Stream.of())
                .toList();
    }

    private List<Connection> visible(QueueFilter filter) {
        return filter.scope().visible(connections.all());
    }

    private static List<String> suggested(PendingSummary pending) {
        return pending.accounts().stream().limit(SUGGESTED).toList();
    }

    /** Returns the known types, and the unknown ones that invitations have or that a link asked for. */
    private List<Option> types(List<String> found, @Nullable String chosen) {
        return Stream.of(
                        ResourceType.KNOWN.stream().map(ResourceType::value), found.stream(), Stream.ofNullable(chosen))
                .flatMap(Function.identity())
                .distinct()
                .map(type -> new Option(type, messages.getMessage("site.types." + type, type)))
                .toList();
    }

    private static List<Option> accounts(List<Connection> visible) {
        return visible.stream()
                .map(each -> new Option(each.account().value(), each.name()))
                .toList();
    }

    private static List<Option> regions(List<Connection> visible) {
        return visible.stream()
                .map(Connection::regions)
                .flatMap(List::stream)
                .distinct()
                .map(Region::value)
                .sorted()
                .map(region -> new Option(region, region))
                .toList();
    }

    private List<Option> permissions() {
        return Permission.KNOWN.stream()
                .map(permission -> new Option(permission.value(), messages.getMessage("site.permission." + permission)))
                .toList();
    }

    /** Returns the ranges of remaining time, including the range that a link asked for. */
    private List<Option> waits(@Nullable AgeRange chosen) {
        List<Option> options = new ArrayList<>(TIME_LEFT.stream()
                .map(hours -> new Option(hours, messages.getMessage("invitation.filter.waited." + hours)))
                .toList());
        if (chosen != null && !TIME_LEFT.contains(chosen.toString())) {
            String hours = chosen.toString();
            options.add(new Option(hours, messages.getMessage("invitation.filter.waited.other", new Object[] {hours})));
        }
        return options;
    }

    /** Returns the owners, including the one that a link asked for. */
    private static List<String> owners(List<String> sharing, @Nullable String chosen) {
        return Stream.concat(
                        Stream.ofNullable(chosen),
                        sharing.stream().limit(sharing.size() > LONGEST ? SUGGESTED : LONGEST))
                .distinct()
                .toList();
    }

    private List<Option> options(List<String> accounts) {
        Map<String, KnownOwner> known = owners.find(accounts);
        return accounts.stream()
                .map(account -> new Option(account, name(account, known.get(account))))
                .toList();
    }

    private static String name(String account, @Nullable KnownOwner known) {
        return known == null || known.name() == null ? account : known.name();
    }
}
