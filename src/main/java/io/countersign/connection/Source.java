package io.countersign.connection;

/** A connection in one Region: the unit that is read, and the place where a decision is sent. */
public record Source(AccountId account, Region region) {

    @Override
    public String toString() {
        return account + "/" + region;
    }
}
