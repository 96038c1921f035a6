package io.countersign.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains which directory the process needs, instead of a stack trace. */
class UnwritableDirectoryAnalyzer extends AbstractFailureAnalyzer<UnwritableDirectoryException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnwritableDirectoryException cause) {
        return new FailureAnalysis(
                cause.getMessage() + " (" + cause.getCause() + ").",
                "Give this user write access to the directory, for example through its group (chgrp and chmod g=u), or"
                        + " configure another one: countersign.database.directory, countersign.audit.key-file,"
                        + " countersign.audit.witness-file and countersign.audit.directory name the places.",
                cause);
    }
}
