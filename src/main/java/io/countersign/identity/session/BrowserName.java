package io.countersign.identity.session;

import io.countersign.audit.SanitizedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shortens a User-Agent header to the name of a common browser, such as "Chrome 147 on Linux". */
public final class BrowserName {

    private static final int LONGEST = 60;

    /** In this order, because most browsers also name others: Edge names Chrome, and Chrome names Safari. */
    private static final Map<String, Pattern> BROWSERS = new LinkedHashMap<>();

    /** In this order, because Android also names Linux, and iOS also names macOS. */
    private static final Map<String, Pattern> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edge", version("(?:Edg|EdgA|EdgiOS)/"));
        BROWSERS.put("Firefox", version("(?:Firefox|FxiOS)/"));
        BROWSERS.put("Chrome", version("(?:Chrome|HeadlessChrome|CriOS)/"));
        BROWSERS.put("Safari", version("Version/(?=[0-9.]+ (?:Mobile/\\w+ )?Safari/)"));
        SYSTEMS.put("Android", Pattern.compile("Android"));
        SYSTEMS.put("iOS", Pattern.compile("iPhone|iPad"));
        SYSTEMS.put("Windows", Pattern.compile("Windows NT"));
        SYSTEMS.put("macOS", Pattern.compile("Macintosh"));
        SYSTEMS.put("Linux", Pattern.compile("Linux"));
    }

    private BrowserName() {}

    /** Returns the beginning of the header if the browser is not a common one; null without a header. */
    public static @Nullable String of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String browser = first(BROWSERS, header);
        String system = first(SYSTEMS, header);
        return browser == null || system == null
                ? SanitizedText.line(header.strip(), LONGEST)
                : browser + " on " + system;
    }

    private static @Nullable String first(Map<String, Pattern> names, String header) {
        for (Map.Entry<String, Pattern> name : names.entrySet()) {
            Matcher found = name.getValue().matcher(header);
            if (found.find()) {
                return found.groupCount() == 0 ? name.getKey() : name.getKey() + " " + found.group(1);
            }
        }
        return null;
    }

    private static Pattern version(String product) {
        return Pattern.compile("\\b" + product + "([0-9]{1,4})\\b");
    }
}
