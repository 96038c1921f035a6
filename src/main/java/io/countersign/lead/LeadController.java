package io.countersign.lead;

import io.countersign.identity.Overseers;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits, and how deciding went. */
@Controller
class LeadController {

    private final LeadPages pages;
    private final InstantSource clock;

    LeadController(LeadPages pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @Overseers
    @GetMapping("/lead")
    String lead(@RequestParam(defaultValue = "30") String days, Model model) {
        Period period = Period.parse(days, clock.instant());
        model.addAttribute("period", period);
        model.addAttribute("periods", Period.CHOICES);
        model.addAttribute("team", pages.page(period));
        return "lead/lead";
    }
}
