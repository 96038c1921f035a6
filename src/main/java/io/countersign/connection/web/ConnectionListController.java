package io.countersign.connection.web;

import io.countersign.identity.CanAdminister;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Lists the connections. */
@Controller
class ConnectionListController {

    private final ConnectionListAssembler connections;

    ConnectionListController(ConnectionListAssembler connections) {
        this.connections = connections;
    }

    @CanAdminister
    @GetMapping("/connections")
    String list(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "1") int page, Model model) {
        String query = text.strip();
        model.addAttribute("text", query);
        model.addAttribute("page", PageSlice.of(connections.find(query), page, number -> link(query, number)));
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
