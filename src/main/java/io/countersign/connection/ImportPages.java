package io.countersign.connection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which accounts of the organization are chosen, drawn from what the last import stored. */
@Component
class ImportPages {

    private final OrganizationAccounts organization;
    private final ConfiguredConnections configured;
    private final StoredConnections stored;
    private final Connections connections;

    ImportPages(
            OrganizationAccounts organization,
            ConfiguredConnections configured,
            StoredConnections stored,
            Connections connections) {
        this.organization = organization;
        this.configured = configured;
        this.stored = stored;
        this.connections = connections;
    }

    String show(ImportForm form, int page, Model model) {
        List<OrganizationAccount> all = organization.all();
        List<OrganizationAccount> open = open(all);
        model.addAttribute("form", form);
        model.addAttribute("regions", RegionChoice.all(form.chosenRegions()));
        model.addAttribute(
                "vias",
                connections.all().stream()
                        .map(each -> ConnectionRow.of(each, "HERE", false, null))
                        .toList());
        model.addAttribute("listedAt", organization.listedAt().orElse(null));
        model.addAttribute("total", all.size());
        model.addAttribute("connected", all.size() - open.size());
        model.addAttribute(
                "choosable", open.stream().filter(OrganizationAccount::active).count());
        List<OrganizationRow> rows = open.stream()
                .map(each -> OrganizationRow.of(each, form.chooses(each.account())))
                .toList();
        model.addAttribute("page", PageOf.of(rows, page, number -> "/connections/import?page=" + number));
        return "connection/import";
    }

    /** Those that can be connected and are chosen. */
    List<OrganizationAccount> chosen(ImportForm form) {
        return open(organization.all()).stream()
                .filter(each -> each.active() && form.chooses(each.account()))
                .toList();
    }

    private List<OrganizationAccount> open(List<OrganizationAccount> all) {
        Set<AccountId> connected = Stream.concat(
                        configured.all().stream().map(Connection::account),
                        stored.all().stream().map(StoredConnection::account))
                .collect(Collectors.toSet());
        return all.stream().filter(each -> !connected.contains(each.account())).toList();
    }
}
