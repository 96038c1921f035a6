package io.countersign.lead;

import io.countersign.identity.CanOverseeAll;
import io.countersign.team.access.ReviewerAccess;
import java.security.Principal;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the backlog and the decision statistics within the visibility scope of the user. */
@Controller
class OverviewController {

    private final OverviewAssembler pages;
    private final ReviewerAccess reviewerAccess;
    private final InstantSource clock;

    OverviewController(OverviewAssembler pages, ReviewerAccess reviewerAccess, InstantSource clock) {
        this.pages = pages;
        this.reviewerAccess = reviewerAccess;
        this.clock = clock;
    }

    @CanOverseeAll
    @GetMapping("/lead")
    String lead(@RequestParam(defaultValue = "30") String days, Principal person, Model model) {
        ReportPeriod reportPeriod = ReportPeriod.parse(days, clock.instant());
        model.addAttribute("period", reportPeriod);
        model.addAttribute("periods", ReportPeriod.CHOICES);
        model.addAttribute("work", pages.page(reportPeriod, reviewerAccess.scope(person.getName())));
        return "lead/lead";
    }
}
