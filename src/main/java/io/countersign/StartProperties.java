package io.countersign;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/** @param warmUp how long a replica opens its own pages at most, before it is ready; at most 1m */
@ConfigurationProperties("countersign.start")
record StartProperties(@DefaultValue("10s") Duration warmUp) {

    StartProperties {
        Assert.isTrue(
                !warmUp.isNegative() && warmUp.compareTo(Duration.ofMinutes(1)) <= 0,
                "countersign.start.warm-up must be 0s to 1m");
    }
}
