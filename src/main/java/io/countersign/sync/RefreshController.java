package io.countersign.sync;

import io.countersign.identity.Readers;
import io.countersign.invitation.QueueFilter;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reads all sources now, and comes back to the queue. */
@Controller
class RefreshController {

    /** Longer than a person waits for a page. What is not read by then is read in the background. */
    private static final int PATIENCE_SECONDS = 8;

    private final Sweeps sweeps;
    private final MessageSourceAccessor messages;

    RefreshController(Sweeps sweeps, MessageSource messages) {
        this.sweeps = sweeps;
        this.messages = new MessageSourceAccessor(messages);
    }

    @Readers
    @PostMapping("/refresh")
    String refresh(@RequestParam Map<String, String> parameters, RedirectAttributes flash)
            throws InterruptedException, ExecutionException {
        String back = QueueFilter.of(parameters).link("/");
        String message = "sync.refreshed";
        try {
            sweeps.request().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            message = "sync.refreshing";
        }
        flash.addFlashAttribute("flash", messages.getMessage(message));
        return "redirect:" + back;
    }
}
