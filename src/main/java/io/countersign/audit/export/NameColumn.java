package io.countersign.audit.export;

import java.util.Locale;

/**
 * The columns of a download that are not part of the log: they say what is known about its accounts at the time of the download.
 * They follow the columns of the log. Readers of the files rely on the names: add at the end, rename none.
 */
public enum NameColumn {
    OWNER_NAME_TODAY,
    /** {@code INTERNAL}, {@code EXTERNAL}, or absent. */
    OWNER_MEMBERSHIP_TODAY,
    ACCOUNT_NAME_TODAY;

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
