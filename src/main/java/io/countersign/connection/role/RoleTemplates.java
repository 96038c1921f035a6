package io.countersign.connection.role;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.registry.ExternalIdGenerator;
import io.countersign.connection.web.ConnectionPageAssembler;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Plans the roles of stored and configured connections. */
@Component
class RoleTemplates {

    private final ConnectionPageAssembler pages;
    private final TrustedPrincipalResolver trustedPrincipalResolver;

    RoleTemplates(ConnectionPageAssembler pages, TrustedPrincipalResolver trustedPrincipalResolver) {
        this.pages = pages;
        this.trustedPrincipalResolver = trustedPrincipalResolver;
    }

    /** @param session stores the proposed external ID, so that the page and both files show the same value */
    RolePlan plan(Connection connection, HttpSession session) {
        return RolePlan.of(connection, trustedPrincipalResolver.of(connection), externalId(connection, session));
    }

    /** Responds with 404 if the connection does not exist. */
    Connection connection(AccountId account) {
        return pages.configured(account).orElseGet(() -> pages.stored(account).connection());
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
                proposed = ExternalIdGenerator.random();
                session.setAttribute(key, proposed);
            }
            return proposed;
        }
    }
}
