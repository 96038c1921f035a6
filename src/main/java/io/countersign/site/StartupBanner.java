package io.countersign.site;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs the URL of the application at startup. */
@Component
class StartupBanner {

    private static final Logger log = LoggerFactory.getLogger(StartupBanner.class);

    @EventListener
    void print(WebServerInitializedEvent event) {
        log.info("Countersign is at http://localhost:{}", event.getWebServer().getPort());
    }
}
