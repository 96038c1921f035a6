package io.countersign.owner;

import io.countersign.connection.AccountId;
import io.countersign.owner.OwnerAccount.OwnerDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the owner directory. Each change and its audit entry are committed in one transaction. */
@Service
class OwnerService {

    /** The result of a change. */
    enum Edit {
        DONE,
        /** Another user changed it meanwhile. */
        OVERTAKEN,
        GONE
    }

    private final OwnerRepository directory;
    private final ApplicationEventPublisher events;

    OwnerService(OwnerRepository directory, ApplicationEventPublisher events) {
        this.directory = directory;
        this.events = events;
    }

    /** Returns false if the directory already contains the account. */
    @Transactional
    public boolean add(OwnerDetails details, String person) {
        boolean added = directory.add(details, person);
        if (added) {
            publish(person, null, details);
        }
        return added;
    }

    /** @param version the version that the user saw */
    @Transactional
    public Edit change(OwnerDetails details, int version, String person) {
        Optional<OwnerAccount> before = directory.find(details.account());
        if (before.isEmpty()) {
            return Edit.GONE;
        }
        if (!directory.change(details, version, person)) {
            return Edit.OVERTAKEN;
        }
        publish(person, before.get().details(), details);
        return Edit.DONE;
    }

    /** @param version the version that the user saw */
    @Transactional
    public Edit remove(AccountId account, int version, String person) {
        Optional<OwnerAccount> before = directory.find(account);
        if (before.isEmpty()) {
            return Edit.GONE;
        }
        if (!directory.remove(account, version)) {
            return Edit.OVERTAKEN;
        }
        publish(person, before.get().details(), null);
        return Edit.DONE;
    }

    private void publish(String person, @Nullable OwnerDetails before, @Nullable OwnerDetails after) {
        List<String> differences = differences(before, after);
        if (!differences.isEmpty()) {
            AccountId account =
                    Objects.requireNonNull(after == null ? before : after).account();
            events.publishEvent(new OwnerChanged(person, account, differences));
        }
    }

    static List<String> differences(@Nullable OwnerDetails before, @Nullable OwnerDetails after) {
        List<String> differences = new ArrayList<>();
        add(differences, "name", before == null ? null : before.name(), after == null ? null : after.name());
        add(
                differences,
                "place",
                word(before == null ? null : before.membership()),
                word(after == null ? null : after.membership()));
        add(
                differences,
                "trust",
                word(before == null ? null : before.trust()),
                word(after == null ? null : after.trust()));
        add(differences, "note", before == null ? null : before.note(), after == null ? null : after.note());
        return differences;
    }

    private static void add(List<String> differences, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            differences.add(what + ": " + (before == null ? "–" : before) + " → " + (after == null ? "–" : after));
        }
    }

    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
