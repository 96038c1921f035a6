package io.countersign.sync.source;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.connection.Source;

/** The text form of a source: {@code 111122223333/eu-west-1}. */
public final class SourceName {

    private SourceName() {}

    public static String of(Source source) {
        return source.toString();
    }

    public static Source parse(String name) {
        int slash = name.indexOf('/');
        return new Source(new AccountId(name.substring(0, slash)), new Region(name.substring(slash + 1)));
    }
}
