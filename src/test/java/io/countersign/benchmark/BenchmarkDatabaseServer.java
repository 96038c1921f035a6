package io.countersign.benchmark;

import io.countersign.TestDatabase;
import io.countersign.database.DatabaseLogin;
import io.countersign.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.postgresql.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** A PostgreSQL server that flushes every commit to disk, as in production. */
final class BenchmarkDatabaseServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private BenchmarkDatabaseServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static BenchmarkDatabaseServer start() {
        return new BenchmarkDatabaseServer(
                EmbeddedPostgres.start(Path.of("target", "benchmark-postgresql"), Map.of("shared_buffers", "256MB")));
    }

    SimpleDriverDataSource database() {
        String name = "b" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(dataSource("postgres")).sql("create database " + name).update();
        SimpleDriverDataSource database = dataSource(name);
        TestDatabase.migrate(database);
        return database;
    }

    private SimpleDriverDataSource dataSource(String name) {
        DatabaseLogin login = postgres.login();
        return new SimpleDriverDataSource(
                new Driver(), login.url().replaceFirst("/[^/]*$", "/" + name), "postgres", login.password());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
