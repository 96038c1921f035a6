package io.countersign.owner;

import io.countersign.connection.AccountId;
import io.countersign.connection.KnownAccounts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Assembles the pages of the owner directory. */
@Component
class OwnerPageAssembler {

    private final OwnerRepository directory;
    private final Owners owners;
    private final KnownAccounts knownAccounts;
    private final PendingOwnerChanges pending;

    OwnerPageAssembler(
            OwnerRepository directory, Owners owners, KnownAccounts knownAccounts, PendingOwnerChanges pending) {
        this.directory = directory;
        this.owners = owners;
        this.knownAccounts = knownAccounts;
        this.pending = pending;
    }

    String list(Model model) {
        List<OwnerAccount> all = directory.all();
        Map<String, KnownOwner> known =
                owners.find(all.stream().map(each -> each.account().value()).toList());
        Map<String, String> stillTreatedAs = pending.stillTreatedAs();
        model.addAttribute(
                "rows",
                all.stream()
                        .map(each -> OwnerRowView.of(
                                each,
                                known.get(each.account().value()),
                                stillTreatedAs.get(each.account().value())))
                        .toList());
        return "owner/list";
    }

    /** The form for a new account. */
    String form(OwnerForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "memberships",
                Arrays.stream(OrganizationMembership.values()).map(Enum::name).toList());
        model.addAttribute(
                "trusts", Arrays.stream(OwnerTrust.values()).map(Enum::name).toList());
        knownAccounts.find(form.digits()).ifPresent(known -> model.addAttribute("elsewhere", known.knownInternal()));
        return "owner/form";
    }

    /** The form for an existing account. */
    String form(OwnerForm form, OwnerAccount stored, Model model) {
        model.addAttribute(
                "stored",
                OwnerRowView.of(
                        stored,
                        owners.find(stored.account().value()),
                        pending.stillTreatedAs(stored.account().value()).orElse(null)));
        return form(form, model);
    }

    /** Keeps the typed values and shows the values that another user stored; a second submit replaces those. */
    String overtaken(OwnerForm form, OwnerAccount now, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("differences", OwnerService.differences(form.details(), now.details()));
        return form(form.with(now.account(), now.version()), now, model);
    }

    /** @throws ResponseStatusException 404 if the directory does not contain the account */
    OwnerAccount stored(AccountId account) {
        return directory.find(account).orElseThrow(() -> none(account));
    }

    private static ResponseStatusException none(AccountId account) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "Account " + account + " is not in the list of owners.");
    }
}
