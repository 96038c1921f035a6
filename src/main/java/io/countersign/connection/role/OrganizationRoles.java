package io.countersign.connection.role;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import io.countersign.connection.registry.ExternalIdGenerator;
import io.countersign.connection.registry.StoredConnection;
import io.countersign.connection.registry.StoredConnectionRepository;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Plans roles with the same names and one external ID in all accounts of an organization. */
@Component
public class OrganizationRoles {

    private static final String PROPOSED = "countersign.external-id.organization";
    private static final Connection ANY = new Connection(
            new AccountId("000000000000"), "any", "aws", null, null, null, List.of(new Region("us-east-1")));

    /** IAM is global: one Region is enough. Service-managed stacks do not reach the management account. */
    private static final String STACK_SET = """
            aws cloudformation create-stack-set --stack-set-name countersign-roles \\
                --template-body file://countersign-roles.yaml --capabilities CAPABILITY_NAMED_IAM \\
                --permission-model SERVICE_MANAGED \\
                --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false
            aws cloudformation create-stack-instances --stack-set-name countersign-roles \\
                --deployment-targets OrganizationalUnitIds=r-EXAMPLE --regions us-east-1
            """;

    private final StoredConnectionRepository stored;
    private final TrustedPrincipalResolver trustedPrincipalResolver;

    OrganizationRoles(StoredConnectionRepository stored, TrustedPrincipalResolver trustedPrincipalResolver) {
        this.stored = stored;
        this.trustedPrincipalResolver = trustedPrincipalResolver;
    }

    /** Returns the texts of the import page. */
    public Setup setup(HttpSession session) {
        RolePlan plan = plan(session);
        return new Setup(
                RoleNames.READER,
                RoleNames.DECIDER,
                plan.hub().principal(),
                plan.hub().known(),
                STACK_SET,
                RoleTemplateText.hubPolicy(plan));
    }

    RolePlan plan(HttpSession session) {
        return RolePlan.ofOrganization(ANY.partition(), trustedPrincipalResolver.of(ANY), externalId(session));
    }

    /** Returns the external ID that several connections share, or else a new one that the session keeps. */
    public String externalId(HttpSession session) {
        return shared().orElseGet(() -> {
            synchronized (WebUtils.getSessionMutex(session)) {
                String proposed = (String) session.getAttribute(PROPOSED);
                if (proposed == null) {
                    proposed = ExternalIdGenerator.random();
                    session.setAttribute(PROPOSED, proposed);
                }
                return proposed;
            }
        });
    }

    private Optional<String> shared() {
        return stored.all().stream()
                .map(StoredConnection::connection)
                .map(Connection::externalId)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > 1)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /**
     * The roles as the import page shows them.
     *
     * @param reader the name of the reader role
     * @param decider the name of the decider role
     * @param hub the trusted principal
     * @param hubKnown false if the templates contain a placeholder instead
     * @param stackSet the commands that create the roles in all accounts
     * @param hubPolicy the policy of the role of Countersign itself
     */
    public record Setup(
            String reader, String decider, String hub, boolean hubKnown, String stackSet, String hubPolicy) {}
}
