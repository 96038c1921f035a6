package io.countersign;

import java.util.List;

/** Properties of Countersign that do not exist are set. The message has no values, which may be secrets. */
class UnknownSettingException extends RuntimeException {

    UnknownSettingException(List<String> names) {
        super("Countersign has no setting " + String.join(", ", names) + ".");
    }
}
