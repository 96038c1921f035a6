package io.countersign.connection.gateway;

import io.countersign.connection.AwsFailure;
import io.countersign.connection.AwsFailure.Kind;
import io.countersign.connection.Connections;
import io.countersign.connection.ListedInvitation;
import io.countersign.connection.ResourceVisibility;
import io.countersign.connection.ResourceVisibility.NotVisible;
import io.countersign.connection.ResourceVisibility.Unclear;
import io.countersign.connection.Source;
import io.countersign.connection.api.SharedResources;
import io.countersign.connection.aws.AwsClients;
import io.countersign.connection.aws.SdkErrorMapper;
import io.countersign.connection.credential.AssumedRoleCredentials;
import org.jspecify.annotations.Nullable;

/** Finds shared resources with the AWS SDK and the reader credentials. */
public final class AwsSharedResources implements SharedResources {

    private final Connections connections;
    private final AwsClients clients;
    private final AssumedRoleCredentials roles;

    public AwsSharedResources(Connections connections, AwsClients clients, AssumedRoleCredentials roles) {
        this.connections = connections;
        this.clients = clients;
        this.roles = roles;
    }

    @Override
    public ResourceVisibility find(Source source, ListedInvitation invitation) {
        return connections
                .find(source)
                .map(connection -> find(
                        new SharedResourceReader(clients.reading(source.region()), roles.reading(connection)),
                        invitation))
                .orElseGet(() -> new Unclear(SdkErrorMapper.notConnected(source)));
    }

    private static ResourceVisibility find(SharedResourceReader reads, ListedInvitation invitation) {
        String id = invitation.resourceId();
        if (!invitation.type().known() || (id == null && invitation.resourceName() == null)) {
            return new Unclear(new AwsFailure(
                    Kind.BAD_ANSWER, "AWS returned too little about the resource to check it", null, null));
        }
        return id == null ? look(reads, invitation) : get(reads, invitation, id);
    }

    private static ResourceVisibility get(SharedResourceReader reads, ListedInvitation invitation, String id) {
        try {
            return reads.get(invitation.type(), id);
        } catch (RuntimeException thrown) {
            AwsFailure awsFailure = SdkErrorMapper.of(thrown);
            return switch (awsFailure.kind()) {
                case NOT_FOUND -> new NotVisible();
                // a role may be allowed to list but not to get, and AWS may answer this for resources of another
                // account
                case ACCESS_DENIED, INVALID, CONFLICT -> look(reads, invitation);
                default -> new Unclear(awsFailure);
            };
        }
    }

    private static ResourceVisibility look(SharedResourceReader reads, ListedInvitation invitation) {
        try {
            @Nullable ResourceVisibility found = reads.search(invitation);
            return found == null ? new NotVisible() : found;
        } catch (RuntimeException thrown) {
            return new Unclear(SdkErrorMapper.of(thrown));
        }
    }
}
