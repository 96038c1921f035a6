package io.countersign.decision;

import io.countersign.identity.Readers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What takes a second person, as it is configured. */
@Controller
class RulesController {

    private final SecondPersonRules rules;
    private final RuleWords words;

    RulesController(SecondPersonRules rules, RuleWords words) {
        this.rules = rules;
        this.words = words;
    }

    @Readers
    @GetMapping("/rules")
    String rules(Model model) {
        model.addAttribute(
                "sentences", rules.all().stream().map(words::sentence).toList());
        return "decision/rules";
    }
}
