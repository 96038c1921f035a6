package io.countersign;

import io.countersign.simulator.SimulatorCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The desk for AWS Well-Architected share invitations. */
@SpringBootApplication
public class CountersignApplication {

    public static void main(String[] args) throws InterruptedException {
        if (args.length > 0 && args[0].equals("simulator")) {
            SimulatorCommand.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        SpringApplication.run(CountersignApplication.class, args);
    }
}
