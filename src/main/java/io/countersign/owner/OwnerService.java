package io.countersign.owner;

import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.ChangedValues;
import io.countersign.authority.EffectiveValues;
import io.countersign.authority.ValueKind;
import io.countersign.connection.AccountId;
import io.countersign.owner.OwnerAccount.OwnerDetails;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the owner directory. Each change and its audit entry are committed in one transaction. */
@Service
class OwnerService {

    private final OwnerRepository directory;
    private final AuditLog auditLog;
    private final EffectiveValues effective;
    private final ApplicationEventPublisher events;

    OwnerService(
            OwnerRepository directory, AuditLog auditLog, EffectiveValues effective, ApplicationEventPublisher events) {
        this.directory = directory;
        this.auditLog = auditLog;
        this.effective = effective;
        this.events = events;
    }

    /** Returns false if the directory already contains the account. */
    @Transactional
    public boolean add(OwnerDetails details, String person) {
        boolean added = directory.add(details, person);
        if (added) {
            record(person, null, details);
        }
        return added;
    }

    /**
     * @param version the version that the user saw
     * @return false if another user changed or removed the account meanwhile
     */
    @Transactional
    public boolean change(OwnerDetails details, int version, String person) {
        return edit(details.account(), version, before -> {
            directory.change(details, person);
            record(person, before, details);
        });
    }

    /**
     * @param version the version that the user saw
     * @return false if another user changed or removed the account meanwhile
     */
    @Transactional
    public boolean remove(AccountId account, int version, String person) {
        return edit(account, version, before -> {
            directory.remove(account);
            record(person, before, null);
        });
    }

    /** Locks the account first: a change between the read and the write would make the recorded old values wrong. */
    private boolean edit(AccountId account, int version, Consumer<OwnerDetails> edit) {
        Optional<OwnerAccount> before = directory.findAndHold(account);
        if (before.isEmpty() || before.get().version() != version) {
            return false;
        }
        edit.accept(before.get().details());
        return true;
    }

    private void record(String person, @Nullable OwnerDetails before, @Nullable OwnerDetails after) {
        List<String> differences = differences(before, after);
        if (!differences.isEmpty()) {
            AccountId account =
                    Objects.requireNonNull(after == null ? before : after).account();
            auditLog.append(AuditEntry.by(person, AuditAction.OWNER_CHANGED, AuditOutcome.DONE)
                    .about(AuditSubject.ofOwner(account.value()))
                    .withMessage("owner " + account + "\n" + String.join("\n", differences)));
            effective.change(ValueKind.OWNER, account.value(), standing(before), standing(after), person);
            events.publishEvent(new OwnerChanged());
        }
    }

    private static @Nullable String standing(@Nullable OwnerDetails details) {
        return details == null ? null : details.standing().text();
    }

    static List<String> differences(@Nullable OwnerDetails before, @Nullable OwnerDetails after) {
        return new ChangedValues<>(before, after)
                .value("name", OwnerDetails::name)
                .value("membership", details -> word(details.membership()))
                .value("trust", details -> details.trust() == OwnerTrust.NONE ? null : word(details.trust()))
                .value("note", OwnerDetails::note)
                .lines();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
