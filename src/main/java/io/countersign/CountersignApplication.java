package io.countersign;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application for reviewing AWS Well-Architected share invitations. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CountersignApplication {

    public static void main(String[] args) throws InterruptedException {
        ApplicationCommand.onConsole()
                .run(properties -> SpringApplication.run(CountersignApplication.class, properties), args)
                .ifPresent(System::exit);
    }
}
