package io.countersign;

import java.io.IOException;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A file with settings is not valid YAML. The message has no text of the file, which may be a secret, and neither has the exception a cause. */
final class MalformedSettingsFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedSettingsFileException(Resource file, YAMLException problem) {
        super("The settings in " + path(file) + " cannot be read: " + text(problem) + ".");
    }

    private static String path(Resource file) {
        try {
            return file.getFile().toString();
        } catch (IOException inArchive) {
            return file.getDescription();
        }
    }

    private static String text(YAMLException problem) {
        if (!(problem instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            return "it contains characters that YAML does not allow";
        }
        return "line " + (marked.getProblemMark().getLine() + 1) + ", column "
                + (marked.getProblemMark().getColumn() + 1) + ": "
                + withoutValue(String.valueOf(marked.getProblem()));
    }

    /** A password that begins with *, & or ! looks like an alias, an anchor or a tag, whose names the parser prints. */
    private static String withoutValue(String problem) {
        return problem.strip()
                .replaceAll("(?s)(undefined alias|tag handle|for the tag|duplicate anchor|but got|but found).*", "$1")
                .replaceAll(",? but (got|found)$", "");
    }
}
