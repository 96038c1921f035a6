package io.countersign.site;

import java.util.List;

/**
 * A place in the bar on top.
 *
 * @param key what a page gives as {@code nav} to be the current one
 * @param label message key
 */
public record NavigationItem(String key, String path, String label) {

    static final List<NavigationItem> ALL = List.of(
            new NavigationItem("queue", "/", "site.nav.queue"),
            new NavigationItem("coverage", "/coverage", "site.nav.coverage"),
            new NavigationItem("history", "/history", "site.nav.history"));
}
