package io.countersign.identity;

import org.springframework.security.access.AccessDeniedException;

/** A refused access with a message for the user, such as the name of the team that the invitation belongs to. */
public final class InvitationAccessDeniedException extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    public InvitationAccessDeniedException(String words) {
        super(words);
    }
}
