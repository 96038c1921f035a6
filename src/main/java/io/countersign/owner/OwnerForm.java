package io.countersign.owner;

import io.countersign.connection.AccountId;
import io.countersign.connection.AccountIdText;
import io.countersign.input.OneOf;
import io.countersign.input.PlainText;
import io.countersign.input.TypedText;
import io.countersign.owner.OwnerAccount.OwnerDetails;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form of an account in the owner directory.
 *
 * @param accountId empty if the URL names it
 * @param version the version that the user saw; null for a new account
 */
record OwnerForm(
        @NotEmpty(message = "{owner.accountId.shape}") @AccountIdText(message = "{owner.accountId.shape}")
        String accountId,

        @NotEmpty(message = "{owner.name.missing}")
        @Size(max = 100, message = "{owner.name.long}")
        @PlainText(message = "{owner.name.control}")
        String name,

        @NotEmpty(message = "{owner.membership.unknown}")
        @OneOf(value = OrganizationMembership.class, message = "{owner.membership.unknown}")
        @Nullable
        String membership,

        @NotEmpty(message = "{owner.trust.unknown}")
        @OneOf(value = OwnerTrust.class, message = "{owner.trust.unknown}")
        @Nullable
        String trust,

        @Size(max = 1000, message = "{owner.note.long}") @PlainText(lines = true, message = "{owner.note.control}")
        String note,

        @Nullable String version) {

    OwnerForm {
        accountId = TypedText.clean(accountId);
        name = TypedText.clean(name);
        note = TypedText.clean(note);
    }

    static OwnerForm empty(String accountId) {
        return new OwnerForm(accountId, "", OrganizationMembership.UNKNOWN.name(), OwnerTrust.NONE.name(), "", null);
    }

    static OwnerForm of(OwnerAccount stored) {
        OwnerDetails details = stored.details();
        return new OwnerForm(
                details.account().value(),
                details.name(),
                details.membership().name(),
                details.trust().name(),
                details.note() == null ? "" : details.note(),
                Integer.toString(stored.version()));
    }

    /** Returns the same form with the account from the URL and the version that the user now sees. */
    OwnerForm with(AccountId account, int version) {
        return new OwnerForm(account.value(), name, membership, trust, note, Integer.toString(version));
    }

    int seenVersion() {
        return TypedText.version(version);
    }

    String digits() {
        return accountId.replace(" ", "");
    }

    /** Only for a valid form. */
    OwnerDetails details() {
        return new OwnerDetails(
                new AccountId(digits()),
                name,
                OrganizationMembership.valueOf(String.valueOf(membership)),
                OwnerTrust.valueOf(String.valueOf(trust)),
                note.isEmpty() ? null : note);
    }
}
