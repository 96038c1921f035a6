package io.countersign.invitation;

import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the queue a person looks at, and in which order. It lives in the URL alone, so that it can be shared and
 * bookmarked. Null: no restriction.
 *
 * @param owner an account id as AWS gave it
 * @param waited how long ago it was first seen, in hours
 * @param holder the person whose turn it is
 * @param team the name of a team that looks after it
 * @param text part of a name, id or ARN, whatever its case
 * @param each whether each invitation has a row of its own, also where several offer the same resource
 * @param scope what the person may see at all; it stands in no URL
 */
public record QueueFilter(
        @Nullable String text,
        @Nullable String type,
        @Nullable String account,
        @Nullable String region,
        @Nullable String permission,
        @Nullable String owner,
        @Nullable Turn turn,
        @Nullable Waited waited,
        @Nullable String holder,
        @Nullable String team,
        String sort,
        boolean each,
        Scope scope) {

    private static final int LONGEST_TEXT = 200;
    private static final String QUEUE = "/";
    private static final String DEFAULT_SORT = "priority";
    private static final String EVERY_TURN = "all";
    private static final String EACH = "each";
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");
    private static final Pattern OWNER = Pattern.compile("[0-9A-Za-z:/_.+=,@-]{1,100}");

    /** @throws ResponseStatusException 400, naming the parameter that is wrong */
    public static QueueFilter of(Map<String, String> parameters) {
        return new QueueFilter(
                value(parameters, "text", QueueFilter::text),
                value(parameters, "type", word("must be a word such as WORKLOAD, LENS, PROFILE or TEMPLATE")),
                value(parameters, "account", v -> new AccountId(v).value()),
                value(parameters, "region", v -> new Region(v).value()),
                value(parameters, "permission", word("must be a word such as READONLY or CONTRIBUTOR")),
                value(parameters, "owner", matching(OWNER, "must be an account id")),
                turn(value(parameters, "turn", QueueFilter::knownTurn)),
                waited(value(parameters, "waited", v -> Waited.parse(v).toString())),
                value(parameters, "holder", QueueFilter::text),
                value(parameters, "team", QueueFilter::text),
                sort(value(parameters, "sort", QueueFilter::knownSort)),
                value(parameters, "rows", QueueFilter::knownRows) != null,
                Scope.NOTHING);
    }

    static QueueFilter none() {
        return new QueueFilter(
                null, null, null, null, null, null, null, null, null, null, DEFAULT_SORT, false, Scope.NOTHING);
    }

    /** The same part, as far as that scope reaches. */
    public QueueFilter in(Scope scope) {
        return new QueueFilter(
                text, type, account, region, permission, owner, turn, waited, holder, team, sort, each, scope);
    }

    boolean restricts() {
        return !withType(null).withSort(DEFAULT_SORT).withEach(false).equals(none().in(scope)) || type != null;
    }

    QueueFilter withType(@Nullable String other) {
        return new QueueFilter(
                text, other, account, region, permission, owner, turn, waited, holder, team, sort, each, scope);
    }

    QueueFilter withSort(String other) {
        return new QueueFilter(
                text, type, account, region, permission, owner, turn, waited, holder, team, other, each, scope);
    }

    QueueFilter withEach(boolean other) {
        return new QueueFilter(
                text, type, account, region, permission, owner, turn, waited, holder, team, sort, other, scope);
    }

    QueueSort by() {
        return QueueSort.of(sort.replaceFirst("^-", "")).orElseThrow();
    }

    boolean descending() {
        return sort.startsWith("-");
    }

    /** The path with this filter behind it; parameters that say nothing are left out. */
    public String link(String path) {
        return link(path, 1);
    }

    String link(String path, int page) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        add(link, "text", text);
        add(link, "type", type);
        add(link, "account", account);
        add(link, "region", region);
        add(link, "permission", permission);
        add(link, "owner", owner);
        add(link, "turn", turn == null ? null : turn.parameter());
        add(link, "waited", waited == null ? null : waited.toString());
        add(link, "holder", holder);
        add(link, "team", team);
        add(link, "sort", sort.equals(DEFAULT_SORT) ? null : sort);
        add(link, "rows", each ? EACH : null);
        add(link, "page", page == 1 ? null : String.valueOf(page));
        if (path.equals(QUEUE) && page == 1 && in(Scope.NOTHING).equals(none())) {
            // the bare address shows the view with which a person starts
            link.queryParam("view", "all");
        }
        return link.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder link, String name, @Nullable String value) {
        if (value != null) {
            // as a template variable, so that every reserved character in it is encoded
            link.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable String value(Map<String, String> parameters, String name, Function<String, String> check) {
        String value = parameters.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            return check.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, name + ": " + e.getMessage());
        }
    }

    private static String text(String value) {
        if (value.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("at most " + LONGEST_TEXT + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no control characters");
        }
        return value;
    }

    private static Function<String, String> word(String otherwise) {
        return matching(WORD, otherwise);
    }

    private static Function<String, String> matching(Pattern pattern, String otherwise) {
        return value -> {
            if (!pattern.matcher(value).matches()) {
                throw new IllegalArgumentException(otherwise);
            }
            return value;
        };
    }

    private static String knownSort(String value) {
        if (QueueSort.of(value.replaceFirst("^-", "")).isEmpty()) {
            throw new IllegalArgumentException(
                    "must be priority, expiresBy, name, owner, recipient or permission, with a minus in front for the other way round");
        }
        return value;
    }

    private static String knownRows(String value) {
        if (!value.equals(EACH)) {
            throw new IllegalArgumentException("must be each, or left out");
        }
        return value;
    }

    private static String knownTurn(String value) {
        if (!value.equals(EVERY_TURN) && Turn.of(value).isEmpty()) {
            throw new IllegalArgumentException("must be mine, free, team or all");
        }
        return value;
    }

    private static @Nullable Turn turn(@Nullable String value) {
        return value == null ? null : Turn.of(value).orElse(null);
    }

    private static @Nullable Waited waited(@Nullable String value) {
        return value == null ? null : Waited.parse(value);
    }

    private static String sort(@Nullable String value) {
        return value == null ? DEFAULT_SORT : value;
    }
}
