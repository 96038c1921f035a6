package io.countersign;

import io.countersign.audit.verification.VerifyCommand;
import io.countersign.identity.HashPasswordCommand;
import io.countersign.simulator.SimulatorCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application for reviewing AWS Well-Architected share invitations. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CountersignApplication {

    public static void main(String[] args) throws InterruptedException {
        switch (args.length == 0 ? "" : args[0]) {
            case "hash-password" -> System.exit(HashPasswordCommand.run());
            case "verify" -> System.exit(VerifyCommand.run(Arrays.copyOfRange(args, 1, args.length)));
            case "simulator" -> SimulatorCommand.main(Arrays.copyOfRange(args, 1, args.length));
            default -> SpringApplication.run(CountersignApplication.class, args);
        }
    }
}
