package io.countersign.identity;

import org.springframework.security.access.AccessDeniedException;

/** Somebody asked for what others look after. The message is for people: it says who. */
public final class InvitationAccessDeniedException extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    public InvitationAccessDeniedException(String words) {
        super(words);
    }
}
