package io.countersign.connection;

/** A connection in one Region: the unit of polling and the target of a decision. */
public record Source(AccountId account, Region region) {

    @Override
    public String toString() {
        return account + "/" + region;
    }
}
