package io.countersign.lead;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.Pages;
import io.countersign.Pages.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;

/** Finds the links from numbers on pages, and counts the things in the lists behind them. */
class NumberLinks {

    private static final List<String> PAGES = List.of(
            "/?view=all",
            "/?type=WORKLOAD&rows=each",
            "/?assignee=mine",
            "/?state=open",
            "/?state=held",
            "/?state=waiting",
            "/?state=decided",
            "/?state=gone",
            "/?state=decided&text=Plain",
            "/?text=Plain%205001",
            "/lead?days=30",
            "/lead?days=90",
            "/history",
            "/history?outcome=DECIDED",
            "/coverage",
            "/owners",
            "/teams",
            "/teams/1",
            "/teams/unassigned",
            "/proposals",
            "/batches",
            "/batches/1",
            "/connections",
            "/delegations",
            "/rules",
            "/decisions/1",
            "/decisions/3",
            "/decisions/4",
            "/decisions/6",
            "/decisions/1/timeline",
            "/invitations/" + id(5020),
            "/invitations/" + id(5009));

    private static final Pattern LINK = Pattern.compile("(?s)<a [^>]*?href=\"(/[^\"]*)\"[^>]*>(.*?)</a>");
    private static final Pattern COUNTED =
            Pattern.compile("(?s)<(?:strong|span class=\"tabs-count\")>([^<]*)</(?:strong|span)>");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");

    /** Links whose numbers are names: of an entry, a decision, a resource, a period or the covered entries. */
    private static final Pattern NAMES = Pattern.compile("/(?:decisions/|invitations/|batches/\\d|teams/\\d|owners/|"
            + "connections/|lead\\?days=|history/verification).*");

    /** A time to decide and a range of days are no counts. */
    private static final Pattern TIME = Pattern.compile("(?:(?:Last |less than )?[\\d.]+ (?:s|min|h|d|days)\\b|–).*");

    private final Pages pages;
    private final MockMvc mvc;
    private final Map<String, Integer> lengths = new HashMap<>();

    NumberLinks(Pages pages, MockMvc mvc) {
        this.pages = pages;
        this.mvc = mvc;
    }

    /** Follows the links from all numbers that a user sees, and returns the kinds of lists. */
    Set<String> followAll(String person) throws Exception {
        lengths.clear();
        Set<String> kinds = new TreeSet<>();
        for (String path : PAGES) {
            Page page = pages.open(path, person);
            if (page.status() == 200) {
                assertThat(CodesOnPages.in(page.body())).as(path).isEmpty();
                for (MatchResult link : LINK.matcher(page.body()).results().toList()) {
                    follow(link, path, person, kinds);
                }
            } else {
                assertThat(page.status()).as(path).isIn(403, 404);
            }
        }
        return kinds;
    }

    /** The accepted and rejected invitations of a user, as the overview shows them. */
    List<Integer> decided(String reader, String person) throws Exception {
        String page = pages.open("/lead?days=30", reader).body();
        return LINK.matcher(page)
                .results()
                .filter(link -> link.group(1).contains("person=" + person + "&amp;action="))
                .map(link -> Integer.valueOf(link.group(2)))
                .toList();
    }

    private void follow(MatchResult link, String path, String person, Set<String> kinds) throws Exception {
        String href = link.group(1).replace("&amp;", "&");
        Matcher counted = COUNTED.matcher(link.group(2));
        String text = counted.find() ? counted.group(1) : link.group(2).replaceAll("<[^>]*>", "");
        Matcher number = NUMBER.matcher(text);
        if (NAMES.matcher(href).matches() || TIME.matcher(text.strip()).matches() || !number.find()) {
            return;
        }
        String kind = kind(href);
        kinds.add(kind);
        int expected = Integer.parseInt(number.group().replace(",", ""));
        assertThat(length(href, kind, person))
                .as("%s sees \"%s\" on %s, which links to %s", person, text.strip(), path, href)
                .isEqualTo(expected);
    }

    private static String kind(String href) {
        assertThat(href)
                .as("a number that links to a list of an unknown kind")
                .matches("/(?:\\?|history\\?|proposals|coverage\\?|teams/unassigned|rules).*");
        return href.startsWith("/?") ? "queue" : href.substring(1).split("[?#]")[0];
    }

    private int length(String href, String kind, String person) throws Exception {
        Integer known = lengths.get(href);
        if (known == null) {
            known = switch (kind) {
                case "queue" -> rows(href + "&rows=each", "<td class=\"cell-resource\">", person);
                case "history" -> entries(href, person);
                case "teams/unassigned" -> unassigned(href, person);
                case "rules" -> changes(person);
                case "coverage" -> rows(href, "class=\"cell cell-read\"", person);
                default -> proposals(href, person);
            };
            lengths.put(href, known);
        }
        return known;
    }

    /** The length of the list, which must equal its heading and both of its downloads. */
    private int entries(String href, String person) throws Exception {
        int rows = rows(href, "cell-seq\"", person);
        String first = pages.open(href, person).body();
        assertThat(first)
                .as(href)
                .containsPattern("(?:>|^)" + (rows == 0 ? "No" : rows) + " (?:decisions?|entries|entry) match");
        String[] lines =
                download(href.replace("/history?", "/history.jsonl?"), person).split("\n");
        assertThat(lines[0].isEmpty() ? 0 : lines.length)
                .as("JSON Lines of " + href)
                .isEqualTo(rows);
        assertThat(download(href.replace("/history?", "/history.csv?"), person).split("\r\n"))
                .as("CSV of " + href)
                .hasSize(rows + 1);
        Matcher asked = Pattern.compile("outcome=DECIDED.*[?&]person=(\\w+)").matcher(href);
        if (asked.find() && rows > 0) {
            assertThat(lines).allMatch(line -> line.contains("\"decided_by\":\"" + asked.group(1) + "\""));
        }
        return rows;
    }

    private int unassigned(String href, String person) throws Exception {
        return href.endsWith("#pending")
                ? Pattern.compile("class=\"pending-count\">(\\d+) pending")
                        .matcher(pages.open("/teams/unassigned", person).body())
                        .results()
                        .mapToInt(each -> Integer.parseInt(each.group(1)))
                        .sum()
                : rows(href, "<tr class=\"unassigned\">", person);
    }

    private int proposals(String href, String person) throws Exception {
        String[] parts = pages.open("/proposals", person).body().split("id=\"sent-back-title\"", 2);
        String part = href.endsWith("#sent-back-title") ? parts[1] : parts[0];
        return count(part, "<td class=\"cell-resource\">");
    }

    private int changes(String person) throws Exception {
        String body = pages.open("/rules", person).body();
        return count(body, "/confirmation\"") - count(body, "/rules/changes/confirmation\"");
    }

    private int rows(String href, String sign, String person) throws Exception {
        int rows = 0;
        String next = href;
        while (next != null) {
            Page page = pages.open(next, person);
            assertThat(page.status()).as(next).isEqualTo(200);
            rows += count(page.body(), sign);
            Matcher more = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"").matcher(page.body());
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        return rows;
    }

    private String download(String href, String person) throws Exception {
        return mvc.perform(get(URI.create(href)).with(user(person).roles(person.toUpperCase(Locale.ROOT))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static int count(String text, String sign) {
        return text.split(Pattern.quote(sign), -1).length - 1;
    }
}
