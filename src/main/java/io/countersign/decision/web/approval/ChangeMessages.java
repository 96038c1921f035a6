package io.countersign.decision.web.approval;

import io.countersign.authority.ValueKind;
import io.countersign.connection.KnownAccounts;
import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.web.RuleMessages;
import io.countersign.owner.OwnerStanding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Formats stored values in words: a rule as its sentence, roles by their labels, and a duration such as {@code 10 s}. */
@Component
class ChangeMessages {

    private final RuleMessages rules;
    private final KnownAccounts accounts;
    private final MessageSourceAccessor messages;

    ChangeMessages(RuleMessages rules, KnownAccounts accounts, MessageSource messages) {
        this.rules = rules;
        this.accounts = accounts;
        this.messages = new MessageSourceAccessor(messages, Locale.ENGLISH);
    }

    /**
     * The name of what changed; the type or the permission of a hold, such as {@code type.LENS}, by its label, and an account
     * with its name.
     */
    String subject(ValueKind kind, String subject) {
        return switch (kind) {
            case HOLD -> messages.getMessage("site." + subject, subject);
            case OWNER, MEMBERSHIP, CONNECTION ->
                accounts.find(subject)
                        .map(known -> known.name() + " (" + subject + ")")
                        .orElse(subject);
            default -> subject;
        };
    }

    /** @param value null for none */
    String value(ValueKind kind, @Nullable String value) {
        if (value == null) {
            return switch (kind) {
                case OWNER -> messages.getMessage("authority.absent.OWNER");
                case MEMBERSHIP -> messages.getMessage("owner.membership.UNKNOWN");
                default -> messages.getMessage("authority.absent");
            };
        }
        return switch (kind) {
            case RULE -> rules.sentence(ApprovalRules.parse(value));
            case PERSON, USER ->
                Arrays.stream(value.split(", "))
                        .map(role -> messages.getMessage("site.code." + role, role))
                        .collect(Collectors.joining(", "));
            case OWNER -> standing(value);
            case MEMBERSHIP -> messages.getMessage("owner.membership." + value.toUpperCase(Locale.ROOT), value);
            case HOLD, SETTING -> value.startsWith("PT") ? duration(value) : value;
            default -> value;
        };
    }

    /** The stored text has "none" for an owner that is not rated, which reads as if there were no value. */
    private String standing(String value) {
        OwnerStanding standing = OwnerStanding.parse(Optional.of(value));
        // an unreadable text is parsed as the strictest standing, so it is shown as it is
        return standing.text().equals(value)
                ? messages.getMessage("authority.standing", new Object[] {
                    label("owner.membership." + standing.membership()), label("owner.trust." + standing.trust())
                })
                : value;
    }

    private String label(String code) {
        return messages.getMessage(code).toLowerCase(Locale.ENGLISH);
    }

    private static String duration(String value) {
        return value.substring("PT".length())
                .replace("H", " h ")
                .replace("M", " min ")
                .replace("S", " s")
                .strip();
    }
}
