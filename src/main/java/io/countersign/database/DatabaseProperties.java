package io.countersign.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param directory the folder for the programs and data of the embedded PostgreSQL server */
@ConfigurationProperties("countersign.database")
record DatabaseProperties(@DefaultValue("./data/postgresql") Path directory) {}
