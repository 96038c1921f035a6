package io.countersign;

import io.countersign.identity.HashPasswordCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The desk for AWS Well-Architected share invitations. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CountersignApplication {

    public static void main(String[] args) {
        switch (args.length == 0 ? "" : args[0]) {
            case "hash-password" -> System.exit(HashPasswordCommand.run());
            default -> SpringApplication.run(CountersignApplication.class, args);
        }
    }
}
