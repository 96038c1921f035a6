package io.countersign.site;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a message on the page to which a redirect leads. */
@Component
public class FlashMessages {

    private final MessageSourceAccessor messages;

    FlashMessages(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages);
    }

    public void ok(RedirectAttributes redirect, String key, Object... arguments) {
        show(redirect, "ok", messages.getMessage(key, arguments));
    }

    public void warn(RedirectAttributes redirect, String key, Object... arguments) {
        show(redirect, "warn", messages.getMessage(key, arguments));
    }

    public void error(RedirectAttributes redirect, String key, Object... arguments) {
        show(redirect, "no", messages.getMessage(key, arguments));
    }

    /** @param kind {@code ok}, {@code warn} or {@code no}, as the style sheet names them */
    public static void show(RedirectAttributes redirect, String kind, String text) {
        redirect.addFlashAttribute("flash", text);
        redirect.addFlashAttribute("flashKind", kind);
    }
}
