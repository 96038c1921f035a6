package io.countersign.decision.web.approval;

import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.identity.CanRead;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What takes a second person, as it is configured. */
@Controller
class RulesController {

    private final ApprovalRules rules;
    private final RuleMessages words;

    RulesController(ApprovalRules rules, RuleMessages words) {
        this.rules = rules;
        this.words = words;
    }

    @CanRead
    @GetMapping("/rules")
    String rules(Model model) {
        model.addAttribute(
                "sentences", rules.all().stream().map(words::sentence).toList());
        return "decision/rules";
    }
}
