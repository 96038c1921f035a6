package io.countersign.site.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.support.MessageSourceAccessor;

/**
 * Replaces the codes that Countersign writes into audit entries by labels. Other words stay as they are, because they may
 * be names, or words of a user or of AWS.
 */
final class CodeLabels {

    private static final String ROLE = "(?:none|REVIEWER|LEAD)";

    private static final String ROLES = "\\b(?:REVIEWER|LEAD|AUDITOR|ADMIN|SERVICE)\\b";

    /** An effect or a failure, a permission, the states of a proposal, and the roles in a team. */
    private static final Pattern CODE = Pattern.compile(
            "\\A[A-Z_]{3,}(?=: )"
                    + "|(?<=The invitations could not be listed: |The resource could not be checked: )[A-Z_]+(?=, )"
                    + "|(?<=^PermissionType: )(?:READONLY|CONTRIBUTOR)(?= → )|(?<=^PermissionType: \\w{1,100} → )(?:READONLY|CONTRIBUTOR)$"
                    + "|(?<=permission reviewed |, re-checked )[A-Z]+(?=,| at )"
                    + "|(?<=\\Aproposal \\d{1,18}: )OPEN(?=, by )|(?<= → )[A-Z_]+(?=, by )"
                    + "|(?<=^person [^:\n]{1,254}: [A-Znoe, →]{0,90})" + ROLES
                    + "|(?<=: )(?:REVIEWER|LEAD)(?= → " + ROLE + "$)|(?<=: " + ROLE + " → )(?:REVIEWER|LEAD)$",
            Pattern.MULTILINE);

    private final MessageSourceAccessor messages;

    CodeLabels(MessageSourceAccessor messages) {
        this.messages = messages;
    }

    String in(String text) {
        return CODE.matcher(text).replaceAll(code -> Matcher.quoteReplacement(label(code.group())));
    }

    private String label(String code) {
        return messages.getMessage("site.code." + code, messages.getMessage("failure." + code + ".short", code));
    }
}
