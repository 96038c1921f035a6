package io.countersign.connection.organization;

import io.countersign.connection.AccountId;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.aws.SdkErrorMapper;
import io.countersign.connection.aws.StoredText;
import io.countersign.connection.validation.ConnectionSyntax;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

/** Reads the pages of ListAccounts in sequence. */
final class OrganizationPager {

    /** The limit set by AWS. */
    private static final int PAGE_SIZE = 20;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_STATE = 100;

    private final OrganizationsClient client;
    private final AwsCredentialsProvider credentials;
    private final Map<AccountId, OrganizationAccount> seen = new LinkedHashMap<>();
    private final Set<String> tokens = new HashSet<>();

    OrganizationPager(OrganizationsClient client, AwsCredentialsProvider credentials) {
        this.client = client;
        this.credentials = credentials;
    }

    OrganizationOutcome read() {
        try {
            readPages();
            return new OrganizationOutcome.Listed(List.copyOf(seen.values()));
        } catch (InvalidPageException unusable) {
            return new OrganizationOutcome.NotListed(
                    new AwsFailure(Kind.BAD_ANSWER, String.valueOf(unusable.getMessage()), null, null));
        } catch (RuntimeException thrown) {
            return new OrganizationOutcome.NotListed(SdkErrorMapper.of(thrown));
        }
    }

    private void readPages() {
        @Nullable String token = null;
        do {
            ListAccountsResponse page = page(token);
            page.accounts().forEach(this::keep);
            token = page.nextToken();
            if (token != null && !token.isEmpty() && !tokens.add(token)) {
                throw new InvalidPageException("repeated NextToken");
            }
        } while (token != null && !token.isEmpty());
    }

    private ListAccountsResponse page(@Nullable String token) {
        return client.listAccounts(request -> request.maxResults(PAGE_SIZE)
                .nextToken(token)
                .overrideConfiguration(call -> call.credentialsProvider(credentials)));
    }

    private void keep(Account account) {
        AccountId id;
        try {
            id = new AccountId(String.valueOf(account.id()));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidPageException("an account without a valid ID");
        }
        seen.put(id, new OrganizationAccount(id, name(account, id), state(account)));
    }

    private static String name(Account account, AccountId id) {
        @Nullable String name = account.name();
        String shown = name == null ? "" : cut(name, LONGEST_NAME);
        return ConnectionSyntax.isName(shown) ? shown : id.value();
    }

    /** {@code Status} was retired in September 2026, but older partitions and emulators still return it. */
    private static String state(Account account) {
        @Nullable String state = account.stateAsString() == null ? account.statusAsString() : account.stateAsString();
        return state == null || state.isBlank() ? "UNKNOWN" : cut(state, LONGEST_STATE);
    }

    /** Removes invalid characters, because the result becomes the name of a connection. */
    private static String cut(String text, int longest) {
        String clean = StoredText.of(text)
                .replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]", "\ufffd")
                .strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    private static final class InvalidPageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidPageException(String message) {
            super(message);
        }
    }
}
