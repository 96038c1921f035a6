package io.countersign.sync.source;

import io.countersign.connection.web.ConnectionListAssembler;
import io.countersign.connection.web.PageSlice;
import io.countersign.identity.CanAdminister;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Lists the connections with the health of their polls. */
@Controller
class ConnectionListController {

    private final ConnectionListAssembler connections;
    private final SourceHealth health;

    ConnectionListController(ConnectionListAssembler connections, SourceHealth health) {
        this.connections = connections;
        this.health = health;
    }

    @CanAdminister
    @GetMapping("/connections")
    String list(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "1") int page, Model model) {
        String query = text.strip();
        model.addAttribute("text", query);
        model.addAttribute(
                "page", PageSlice.of(connections.find(query, health.byAccount()), page, number -> link(query, number)));
        return "connection/list";
    }

    private static String link(String text, int page) {
        UriComponentsBuilder link =
                UriComponentsBuilder.fromPath("/connections").queryParam("page", page);
        if (!text.isEmpty()) {
            link.queryParam("text", "{text}");
        }
        return link.encode().buildAndExpand(text).toUriString();
    }
}
