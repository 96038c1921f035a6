package io.countersign.decision.web.approval;

import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.identity.CanRead;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the configured approval rules. */
@Controller
class RulesController {

    private final ApprovalRules rules;
    private final RuleMessages messages;

    RulesController(ApprovalRules rules, RuleMessages messages) {
        this.rules = rules;
        this.messages = messages;
    }

    @CanRead
    @GetMapping("/rules")
    String rules(Model model) {
        model.addAttribute(
                "sentences", rules.all().stream().map(messages::sentence).toList());
        return "decision/rules";
    }
}
