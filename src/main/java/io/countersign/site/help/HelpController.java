package io.countersign.site.help;

import io.countersign.identity.CanRead;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the glossary and the keyboard shortcuts. */
@Controller
class HelpController {

    /** The terms of the glossary; the texts are the messages {@code help.term.…} and {@code help.text.…}. */
    static final List<Section> SECTIONS = List.of(
            new Section(
                    "invitations",
                    List.of(
                            "invitation",
                            "WORKLOAD",
                            "LENS",
                            "PROFILE",
                            "TEMPLATE",
                            "READONLY",
                            "CONTRIBUTOR",
                            "owner",
                            "recipient",
                            "internal",
                            "new-owner",
                            "expiry",
                            "priority",
                            "removal-reason",
                            "saved-view")),
            new Section(
                    "decisions",
                    List.of(
                            "decision",
                            "hold",
                            "unclear",
                            "read-back",
                            "bulk-decision",
                            "reason-template",
                            "second-approval",
                            "proposal",
                            "break-glass")),
            new Section("people", List.of("team", "assignee", "delegation", "role")),
            new Section("reading", List.of("connection", "source", "coverage", "roles", "external-id")),
            new Section("audit", List.of("audit-log", "checkpoint", "verification", "receipt")));

    /** @param key the heading is the message {@code help.section.…} */
    record Section(String key, List<String> terms) {}

    @CanRead
    @GetMapping("/help")
    String glossary(Model model) {
        model.addAttribute("sections", SECTIONS);
        return "site/help";
    }

    @CanRead
    @GetMapping("/keys")
    String keys() {
        return "site/keys";
    }
}
