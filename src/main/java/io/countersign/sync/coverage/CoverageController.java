package io.countersign.sync.coverage;

import io.countersign.connection.api.ClockDifference;
import io.countersign.identity.CanRead;
import io.countersign.identity.Role;
import io.countersign.invitation.VisibilityScope;
import io.countersign.team.access.ReviewerAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the last polls and failures of all sources. */
@Controller
class CoverageController {

    private final CoveragePageAssembler pages;
    private final SourceCoverage report;
    private final ReviewerAccess access;
    private final ClockDifference clock;

    CoverageController(
            CoveragePageAssembler pages, SourceCoverage report, ReviewerAccess access, ClockDifference clock) {
        this.pages = pages;
        this.report = report;
        this.access = access;
        this.clock = clock;
    }

    @CanRead
    @GetMapping("/coverage")
    String coverage(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        CoverageFilter filter = CoverageFilter.of(parameters);
        model.addAttribute("filter", filter);
        VisibilityScope seen = access.scope(String.valueOf(request.getRemoteUser()));
        model.addAttribute("restricted", !seen.everything());
        model.addAttribute("coverage", report.now(filter.within(seen)));
        model.addAttribute("matrix", pages.page(filter, pageNumber(parameters.getOrDefault("page", "1")), seen));
        model.addAttribute("regions", pages.regions(filter.within(seen)));
        clock.warning().ifPresent(ahead -> model.addAttribute("clockAhead", ahead.toSeconds()));
        model.addAttribute("mayMend", request.isUserInRole(Role.ADMIN.name()));
        return "sync/coverage";
    }

    private static int pageNumber(String value) {
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page: must be a whole number from 1");
        }
        return Integer.parseInt(value);
    }
}
