package io.countersign;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Delays the shutdown until load balancers have noticed that readiness refuses traffic. Spring changes the readiness before it stops
 * the first component, and this is the first one; the web server stops after it.
 */
@Component
class ShutdownDrain implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ShutdownDrain.class);

    private final ShutdownProperties properties;
    private final ApplicationContext context;
    private volatile boolean running;

    ShutdownDrain(ShutdownProperties properties, ApplicationContext context) {
        this.properties = properties;
        this.context = context;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (context instanceof WebServerApplicationContext
                && !properties.drain().isZero()) {
            log.info(
                    "Stopping: requests are accepted for another {} ms",
                    properties.drain().toMillis());
            await();
        }
    }

    private void await() {
        try {
            TimeUnit.MILLISECONDS.sleep(properties.drain().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
