package io.countersign;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/** @param drain how long requests are still accepted after a signal to stop, while readiness already refuses traffic; at most 5m */
@ConfigurationProperties("countersign.shutdown")
record ShutdownProperties(@DefaultValue("2s") Duration drain) {

    ShutdownProperties {
        Assert.isTrue(
                !drain.isNegative() && drain.compareTo(Duration.ofMinutes(5)) <= 0,
                "countersign.shutdown.drain must be 0s to 5m");
    }
}
