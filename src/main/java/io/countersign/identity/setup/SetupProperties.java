package io.countersign.identity.setup;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param tokenFile the file for the setup token, where the console of a container is hard to read */
@ConfigurationProperties("countersign.setup")
record SetupProperties(@DefaultValue("./data/setup-token") Path tokenFile) {}
