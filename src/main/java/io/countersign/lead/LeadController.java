package io.countersign.lead;

import io.countersign.identity.Overseers;
import io.countersign.team.ReviewerAccess;
import java.security.Principal;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits, and how deciding went, as far as the person sees it. */
@Controller
class LeadController {

    private final LeadPages pages;
    private final ReviewerAccess teamwork;
    private final InstantSource clock;

    LeadController(LeadPages pages, ReviewerAccess teamwork, InstantSource clock) {
        this.pages = pages;
        this.teamwork = teamwork;
        this.clock = clock;
    }

    @Overseers
    @GetMapping("/lead")
    String lead(@RequestParam(defaultValue = "30") String days, Principal person, Model model) {
        Period period = Period.parse(days, clock.instant());
        model.addAttribute("period", period);
        model.addAttribute("periods", Period.CHOICES);
        model.addAttribute("work", pages.page(period, teamwork.scope(person.getName())));
        return "lead/lead";
    }
}
