package io.countersign;

import java.util.List;

/** Properties of Countersign that do not exist are set. The message has no values, which may be secrets. */
final class UnknownSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSettingException(List<String> names) {
        super("Countersign has no setting " + String.join(", ", names) + ".");
    }
}
