package io.countersign.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param directory where the embedded PostgreSQL server keeps its programs and its data */
@ConfigurationProperties("countersign.database")
record DatabaseProperties(@DefaultValue("./data/postgresql") Path directory) {}
