package io.countersign.connection.api;

import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.Source;

/** Finds shared resources in the account of the recipient. Failures of AWS or the network are returned, not thrown. */
public interface SharedResources {

    /** Gets the resource; if that gives no clear answer, searches the lists of resources shared with the account. */
    ResourceVisibility find(Source source, ListedInvitation invitation);
}
