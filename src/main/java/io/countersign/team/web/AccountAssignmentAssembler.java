package io.countersign.team.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.KnownAccount;
import io.countersign.connection.KnownAccounts;
import io.countersign.connection.Region;
import io.countersign.connection.Source;
import io.countersign.connection.web.PageSlice;
import io.countersign.identity.Role;
import io.countersign.identity.UserDirectory;
import io.countersign.invitation.PendingCounts;
import io.countersign.invitation.VisibilityScope;
import io.countersign.team.access.TeamlessAccounts;
import io.countersign.team.persistence.TeamRepository;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Assembles the page of the accounts without a team. */
@Component
class AccountAssignmentAssembler {

    private final TeamlessAccounts teamless;
    private final TeamRepository teamRepository;
    private final KnownAccounts knownAccounts;
    private final PendingCounts pendingCounts;
    private final UserDirectory userDirectory;

    AccountAssignmentAssembler(
            TeamlessAccounts teamless,
            TeamRepository teamRepository,
            KnownAccounts knownAccounts,
            PendingCounts pendingCounts,
            UserDirectory userDirectory) {
        this.teamless = teamless;
        this.teamRepository = teamRepository;
        this.knownAccounts = knownAccounts;
        this.pendingCounts = pendingCounts;
        this.userDirectory = userDirectory;
    }

    /** An account with a Region of no team. */
    record Row(String account, @Nullable String name, boolean selected, List<Place> regions) {}

    /** A Region of no team, with its pending invitations. */
    record Place(String region, int pending) {}

    String show(AccountAssignmentForm form, int number, HttpServletRequest request, Model model) {
        List<Map.Entry<AccountId, List<Region>>> accounts =
                List.copyOf(teamless.regions().entrySet());
        PageSlice<Map.Entry<AccountId, List<Region>>> slice =
                PageSlice.of(accounts, number, page -> "/teams/unassigned?page=" + page);
        Map<Source, Integer> pending = pendingCounts.bySource(
                slice.rows().stream().map(Map.Entry::getKey).toList(), VisibilityScope.EVERYTHING);
        model.addAttribute("form", form);
        model.addAttribute("page", slice);
        model.addAttribute(
                "rows",
                slice.rows().stream().map(each -> row(each, form, pending)).toList());
        model.addAttribute("teams", teamRepository.all());
        model.addAttribute("admins", String.join(", ", userDirectory.admins()));
        model.addAttribute(
                "seesAll", request.isUserInRole(Role.ADMIN.name()) || request.isUserInRole(Role.AUDITOR.name()));
        return "team/unassigned";
    }

    private Row row(Map.Entry<AccountId, List<Region>> each, AccountAssignmentForm form, Map<Source, Integer> pending) {
        AccountId account = each.getKey();
        return new Row(
                account.value(),
                knownAccounts.find(account.value()).map(KnownAccount::name).orElse(null),
                form.selects(account),
                each.getValue().stream()
                        .map(region -> new Place(region.value(), pending.getOrDefault(new Source(account, region), 0)))
                        .toList());
    }
}
