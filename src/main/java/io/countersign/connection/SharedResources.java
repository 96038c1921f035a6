package io.countersign.connection;

/** Looks for what was shared in the account it was shared with. Does not throw for anything that AWS or the network does. */
public interface SharedResources {

    /** Asks for the resource itself, and where that tells nothing, looks through what the account sees of others. */
    ResourceVisibility find(Source source, ListedInvitation invitation);
}
