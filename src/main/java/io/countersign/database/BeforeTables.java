package io.countersign.database;

/** What a start needs besides the database. It runs when the database is found usable, before the tables are created or upgraded. */
public interface BeforeTables {

    /** Stops the start by an exception; the database is then unchanged. */
    void prepare();
}
