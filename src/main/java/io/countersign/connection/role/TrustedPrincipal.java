package io.countersign.connection.role;

/**
 * The principal that may assume a role.
 *
 * @param principal an ARN, possibly with a placeholder for the account ID
 * @param how how it was determined
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
