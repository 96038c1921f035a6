package io.countersign.connection;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Plans the roles of a connection, added here or configured. */
@Component
class RoleTemplates {

    private final ConnectionPages pages;
    private final Hubs hubs;

    RoleTemplates(ConnectionPages pages, Hubs hubs) {
        this.pages = pages;
        this.hubs = hubs;
    }

    /** @param session keeps a proposed external id, so that the page and both files show the same one */
    RolePlan plan(Connection connection, HttpSession session) {
        return RolePlan.of(connection, hubs.of(connection), externalId(connection, session));
    }

    /** Answers 400 to what is no account id, and 404 where there is no such connection. */
    Connection connection(String account) {
        AccountId wanted = ConnectionPages.account(account);
        return pages.configured(wanted).orElseGet(() -> pages.stored(wanted).connection());
    }

    private static String externalId(Connection connection, HttpSession session) {
        String agreed = connection.externalId();
        if (agreed != null) {
            return agreed;
        }
        String key = "countersign.external-id." + connection.account();
        synchronized (WebUtils.getSessionMutex(session)) {
            String proposed = (String) session.getAttribute(key);
            if (proposed == null) {
                proposed = ExternalIds.random();
                session.setAttribute(key, proposed);
            }
            return proposed;
        }
    }
}
