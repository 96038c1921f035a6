package io.countersign.identity.setup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints a new setup token at each start without users, on a line of its own for scripts. */
@Component
class SetupTokenPrinter {

    private static final Logger log = LoggerFactory.getLogger(SetupTokenPrinter.class);

    private final SetupService setup;
    private final SetupTokenFile file;

    SetupTokenPrinter(SetupService setup, SetupTokenFile file) {
        this.setup = setup;
        this.file = file;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (!setup.open()) {
            file.delete();
            return;
        }
        String token = setup.newToken();
        file.write(token);
        log.info(
                "No user exists yet. Open the page /setup and enter this token within {} hours:",
                SetupTokenRepository.VALID.toHours());
        System.out.println("Setup token: " + token);
    }
}
