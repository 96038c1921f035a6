package io.countersign.team.web;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parses a list of accounts: one account on each line, optionally with Regions, and a comment after {@code #}. */
final class AccountListParser {

    /** A line that cannot be parsed, counted from 1. */
    record Problem(int line, String says) {}

    private final Map<String, List<Region>> accounts = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    static AccountListParser of(String text) {
        return of(text, List.of());
    }

    /** @param selected accounts with all Regions, which the text does not repeat; their problems are of line 0 */
    static AccountListParser of(String text, List<String> selected) {
        AccountListParser lines = new AccountListParser();
        selected.stream().distinct().forEach(account -> lines.read(0, account));
        String[] each = text.split("\\R", -1);
        for (int i = 0; i < each.length; i++) {
            lines.read(i + 1, each[i].replaceFirst("#.*", "").strip());
        }
        return lines;
    }

    /** Joins account ids that are written in groups of four digits. */
    private void read(int number, String line) {
        if (line.isEmpty()) {
            return;
        }
        String[] words =
                line.replaceFirst("^(\\d{4}) (\\d{4}) (\\d{4})\\b", "$1$2$3").split("[\\s,;]+");
        try {
            String account = new AccountId(words[0]).value();
            List<Region> regions =
                    Arrays.stream(words).skip(1).map(Region::new).distinct().toList();
            if (accounts.putIfAbsent(account, regions) != null) {
                problems.add(new Problem(number, account + " is listed twice"));
            }
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(number, e.getMessage()));
        }
    }

    List<Problem> problems() {
        return problems;
    }

    Map<AccountId, List<Region>> accounts() {
        Map<AccountId, List<Region>> found = new LinkedHashMap<>();
        accounts.forEach((account, regions) -> found.put(new AccountId(account), regions));
        return found;
    }

    /** @param name the name of an account; empty if it has none */
    static String text(Map<AccountId, List<Region>> accounts, Function<AccountId, String> name) {
        return accounts.entrySet().stream()
                .map(each -> line(each, name.apply(each.getKey())))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Map.Entry<AccountId, List<Region>> account, String name) {
        String regions = account.getValue().stream().map(region -> " " + region).collect(Collectors.joining());
        return account.getKey() + regions + (name.isEmpty() ? "" : "   # " + name);
    }
}
