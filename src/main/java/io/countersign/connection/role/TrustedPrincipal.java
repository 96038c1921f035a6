package io.countersign.connection.role;

/**
 * Whom a role trusts to assume it.
 *
 * @param principal an ARN, or a placeholder in the place of the account id
 * @param how where it is known from
 */
record TrustedPrincipal(String principal, Known how) {

    enum Known {
        CONFIGURED,
        ASKED,
        NOT_KNOWN
    }

    static final String PLACEHOLDER = "HUB_ACCOUNT_ID";

    static TrustedPrincipal account(String partition, String account, Known how) {
        return new TrustedPrincipal("arn:" + partition + ":iam::" + account + ":root", how);
    }

    boolean known() {
        return how != Known.NOT_KNOWN;
    }
}
