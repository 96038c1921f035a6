package io.countersign.owner;

import io.countersign.connection.AccountId;
import io.countersign.owner.OwnerAccount.OwnerDetails;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * An account of the address book as a lead typed it.
 *
 * @param accountId null where the address of the page tells it
 * @param version of the account that the person saw; null for a new one
 */
record OwnerForm(
        @Nullable String accountId,
        @Nullable String name,
        @Nullable String membership,
        @Nullable String trust,
        @Nullable String note,
        @Nullable String version) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 1000;

    static OwnerForm empty(@Nullable String accountId) {
        return new OwnerForm(accountId, null, Membership.UNKNOWN.name(), Trust.NONE.name(), null, null);
    }

    static OwnerForm of(OwnerAccount stored) {
        OwnerDetails details = stored.details();
        return new OwnerForm(
                details.account().value(),
                details.name(),
                details.membership().name(),
                details.trust().name(),
                details.note(),
                Integer.toString(stored.version()));
    }

    OwnerForm with(String account, int version) {
        return new OwnerForm(account, name, membership, trust, note, Integer.toString(version));
    }

    OwnerForm with(String account) {
        return new OwnerForm(account, name, membership, trust, note, version);
    }

    /** Which version the person saw; none that exists where the form does not tell. */
    int seen() {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    void check(Errors errors) {
        if (!id().matches("[0-9]{12}")) {
            errors.rejectValue("accountId", "owner.accountId.shape");
        }
        if (text(name).isEmpty()) {
            errors.rejectValue("name", "owner.name.missing");
        } else {
            length("name", text(name), LONGEST_NAME, false, errors);
        }
        if (parse(Membership.class, membership) == null) {
            errors.rejectValue("membership", "owner.membership.unknown");
        }
        if (parse(Trust.class, trust) == null) {
            errors.rejectValue("trust", "owner.trust.unknown");
        }
        length("note", text(note), LONGEST_NOTE, true, errors);
    }

    private static void length(String field, String text, int longest, boolean lines, Errors errors) {
        if (text.length() > longest) {
            errors.rejectValue(field, "owner." + field + ".long", new Object[] {longest}, null);
        } else if (text.codePoints().anyMatch(c -> unprintable(c) && !(lines && (c == '\n' || c == '\t')))) {
            errors.rejectValue(field, "owner." + field + ".control");
        }
    }

    /** Control characters, halves of symbols, and what turns the direction of the text around it. */
    private static boolean unprintable(int c) {
        return Character.isISOControl(c)
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }

    /** Only for a form without errors. */
    OwnerDetails details() {
        return new OwnerDetails(
                new AccountId(id()),
                text(name),
                Objects.requireNonNull(parse(Membership.class, membership)),
                Objects.requireNonNull(parse(Trust.class, trust)),
                text(note).isEmpty() ? null : text(note));
    }

    private String id() {
        return text(accountId).replace(" ", "");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }

    private static <E extends Enum<E>> @Nullable E parse(Class<E> type, @Nullable String typed) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        return null;
    }
}
