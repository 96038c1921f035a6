package io.countersign.sync.refresh;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import io.countersign.sync.source.SourceName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The sources of a refresh: all, those of one account, or one. Null means no restriction. */
record RefreshScope(@Nullable AccountId account, @Nullable Region region) {

    static final RefreshScope ALL = new RefreshScope(null, null);

    /**
     * @param text empty for everything, else {@code 111122223333} or {@code 111122223333/eu-west-1}
     * @throws ResponseStatusException 400 if it is neither
     */
    static RefreshScope parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ALL;
        }
        try {
            if (text.indexOf('/') < 0) {
                return new RefreshScope(new AccountId(text), null);
            }
            Source source = SourceName.parse(text);
            return new RefreshScope(source.account(), source.region());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "scope: " + e.getMessage());
        }
    }

    boolean contains(Source source) {
        return (account == null || account.equals(source.account()))
                && (region == null || region.equals(source.region()));
    }

    @Override
    public String toString() {
        return account == null ? "" : region == null ? account.value() : SourceName.of(new Source(account, region));
    }
}
