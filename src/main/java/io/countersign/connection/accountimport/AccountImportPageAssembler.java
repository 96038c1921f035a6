package io.countersign.connection.accountimport;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Connections;
import io.countersign.connection.organization.OrganizationAccount;
import io.countersign.connection.organization.OrganizationAccountRepository;
import io.countersign.connection.registry.ConfiguredConnections;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.connection.registry.StoredConnectionRepository;
import io.countersign.connection.web.ConnectionPageAssembler;
import io.countersign.connection.web.ConnectionRowView;
import io.countersign.connection.web.PageSlice;
import io.countersign.connection.web.RegionOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Assembles the account selection page from the accounts stored by the last import. */
@Component
class AccountImportPageAssembler {

    private final OrganizationAccountRepository organization;
    private final ConfiguredConnections configured;
    private final StoredConnectionRepository stored;
    private final Connections connections;
    private final ConnectionPageAssembler pages;

    AccountImportPageAssembler(
            OrganizationAccountRepository organization,
            ConfiguredConnections configured,
            StoredConnectionRepository stored,
            Connections connections,
            ConnectionPageAssembler pages) {
        this.organization = organization;
        this.configured = configured;
        this.stored = stored;
        this.connections = connections;
        this.pages = pages;
    }

    /** The empty form, with the Regions of the connected accounts selected. */
    AccountImportForm empty(String externalId) {
        return AccountImportForm.empty(externalId, RegionOption.used(connections.all(), "aws"), pages.defaultTeam());
    }

    String show(AccountImportForm form, int page, Model model) {
        List<OrganizationAccount> all = organization.all();
        List<OrganizationAccount> open = open(all);
        model.addAttribute("form", form);
        pages.addChoices(form.regions(), model);
        model.addAttribute(
                "vias",
                connections.all().stream()
                        .map(each -> ConnectionRowView.of(each, "HERE", false, null))
                        .toList());
        model.addAttribute("listedAt", organization.listedAt().orElse(null));
        model.addAttribute("total", all.size());
        model.addAttribute("connected", all.size() - open.size());
        model.addAttribute(
                "choosable", open.stream().filter(OrganizationAccount::active).count());
        List<OrganizationAccountView> rows = open.stream()
                .map(each -> OrganizationAccountView.of(each, form.chooses(each.account())))
                .toList();
        model.addAttribute("page", PageSlice.of(rows, page, number -> "/connections/import?page=" + number));
        return "connection/import";
    }

    /** Returns the selected accounts that can be connected. */
    List<OrganizationAccount> chosen(AccountImportForm form) {
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
