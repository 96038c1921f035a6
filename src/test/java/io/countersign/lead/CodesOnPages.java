package io.countersign.lead;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds names of enumerations in the visible text of a page, where a label should stand. */
final class CodesOnPages {

    private static final Pattern INVISIBLE = Pattern.compile("(?s)<(script|style)\\b.*?</\\1>|<!--.*?-->|<[^>]*>");

    /** A parameter of an address, as the entry of a download quotes it, is no label. */
    private static final Pattern CODE = Pattern.compile(
            "(?<![=\\w])(?:[A-Z]+_[A-Z_]+|WORKLOAD|LENS|PROFILE|TEMPLATE|READONLY"
                    + "|CONTRIBUTOR|PENDING|HELD|SENDING|CONFIRMED|FAILED|UNKNOWN|WITHDRAWN|ACCEPT|ACCEPTED|REJECT|REJECTED|GONE"
                    + "|OPEN|STALE|REVIEWER|LEAD|AUDITOR|ADMIN|SERVICE|INTERNAL|EXTERNAL|BLOCKED|TRUSTED|NONE|DONE|EXPIRED)\\b");

    private CodesOnPages() {}

    static List<String> in(String page) {
        String text = INVISIBLE.matcher(page).replaceAll(" ");
        return CODE.matcher(text).results().map(MatchResult::group).toList();
    }
}
