package io.countersign.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.WebServerException;

/** Explains which directory Tomcat needs, for example in a container with a read-only file system. */
class UnwritableTemporaryDirectoryAnalyzer extends AbstractFailureAnalyzer<WebServerException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, WebServerException cause) {
        return cause.getCause() instanceof IOException unwritable
                ? new FailureAnalysis(
                        "The directory of temporary files, " + System.getProperty("java.io.tmpdir")
                                + ", cannot be written (" + unwritable + ").",
                        "Mount a writable directory there, for example a tmpfs, or configure another one:"
                                + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIRECTORY.",
                        cause)
                : null;
    }
}
