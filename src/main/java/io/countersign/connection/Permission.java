package io.countersign.connection;

import java.util.List;

/** The access that a share grants, as named by AWS. Unknown values are kept unchanged. */
public record Permission(String value) {

    public static final Permission READONLY = new Permission("READONLY");
    public static final Permission CONTRIBUTOR = new Permission("CONTRIBUTOR");

    public static final List<Permission> KNOWN = List.of(READONLY, CONTRIBUTOR);

    public boolean known() {
        return KNOWN.contains(this);
    }

    @Override
    public String toString() {
        return value;
    }
}
