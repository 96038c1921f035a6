package io.countersign.connection;

/** Looks whether what an invitation offered is visible in the recipient's account. Never throws. */
public interface SharedResources {

    Visibility find(Source source, ListedInvitation invitation);
}
