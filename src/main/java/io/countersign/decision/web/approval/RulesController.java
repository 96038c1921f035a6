package io.countersign.decision.web.approval;

import io.countersign.authority.ReplicaComparison;
import io.countersign.decision.eligibility.ApprovalRules;
import io.countersign.decision.eligibility.LooseningChanges;
import io.countersign.decision.eligibility.LooseningProperties;
import io.countersign.decision.web.RuleMessages;
import io.countersign.identity.CanRead;
import java.security.Principal;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the approval rules that apply, and the changes of who may decide. */
@Controller
class RulesController {

    private final ApprovalRules rules;
    private final RuleMessages messages;
    private final ChangeListAssembler changes;
    private final ReplicaComparison replicas;
    private final LooseningProperties loosening;
    private final LooseningChanges counting;

    RulesController(
            ApprovalRules rules,
            RuleMessages messages,
            ChangeListAssembler changes,
            ReplicaComparison replicas,
            LooseningProperties loosening,
            LooseningChanges counting) {
        this.rules = rules;
        this.messages = messages;
        this.changes = changes;
        this.replicas = replicas;
        this.loosening = loosening;
        this.counting = counting;
    }

    @CanRead
    @GetMapping("/rules")
    String rules(Principal person, Model model) {
        model.addAttribute("outdatedReplicas", replicas.outdatedReplicas());
        model.addAttribute("delay", loosening.looseningDelay());
        model.addAttribute("replacedDelayEnds", counting.replacedDelayEnds().orElse(null));
        ChangeListAssembler.ChangeList list = changes.assemble(person.getName());
        model.addAttribute("groups", list.groups());
        model.addAttribute("changes", list.changes());
        model.addAttribute(
                "rules",
                rules.all().entrySet().stream()
                        .map(rule -> new RuleView(
                                messages.sentence(rule.getKey()),
                                rule.getValue().equals(Instant.MAX) ? null : rule.getValue()))
                        .toList());
        return "decision/rules";
    }
}
