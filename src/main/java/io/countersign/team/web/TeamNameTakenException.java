package io.countersign.team.web;

/** Another team has the name of a new or renamed team; nothing was changed. */
class TeamNameTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
