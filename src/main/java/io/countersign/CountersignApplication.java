package io.countersign;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The desk for AWS Well-Architected share invitations. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CountersignApplication {

    public static void main(String[] args) {
        SpringApplication.run(CountersignApplication.class, args);
    }
}
