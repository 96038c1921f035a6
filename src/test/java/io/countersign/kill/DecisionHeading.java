package io.countersign.kill;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;

/** The possible headings of a decision's page. */
record DecisionHeading(List<String> titles) {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages/decision");
    private static final String KEY = "decision.banner.";

    static DecisionHeading of(String state, String action) {
        String from = KEY + (state.equals("CONFIRMED") ? state + "." + action : state) + ".";
        return new DecisionHeading(WORDS.keySet().stream()
                .filter(key -> key.endsWith(".title"))
                .filter(key -> key.startsWith(from) || state.equals("FAILED") && key.startsWith(KEY + "STOPPED."))
                .map(key -> MessageFormat.format(WORDS.getString(key), ApplicationSettings.ACCOUNT_NAME))
                .toList());
    }

    boolean isOn(String page) {
        return titles.stream().anyMatch(title -> page.contains(">" + title + "</h1>"));
    }
}
