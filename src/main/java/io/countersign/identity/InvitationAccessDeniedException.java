package io.countersign.identity;

import org.springframework.security.access.AccessDeniedException;

/** A user requested an invitation of another team. The message is shown to the user and names the team. */
public final class InvitationAccessDeniedException extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    public InvitationAccessDeniedException(String words) {
        super(words);
    }
}
