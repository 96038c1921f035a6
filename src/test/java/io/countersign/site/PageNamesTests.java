package io.countersign.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tests that navigation bar, account menu and breadcrumbs name each page as its heading and its title do. */
@PageTest
class PageNamesTests {

    private static final Pattern NAVIGATION =
            Pattern.compile("<(nav|div|p) class=\"(?:nav-main|crumbs|menu-panel)\".*?</\\1>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"?#]*)\".*?>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("<title>(.*?) · Countersign</title>");

    @Autowired
    Pages pages;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "lead", "auditor", "admin"})
    void navigationHeadingAndTitleOfAPageAreEqual(String person) throws Exception {
        Map<String, Page> shown = new LinkedHashMap<>();
        for (String path : paths()) {
            Page page = pages.open(path, person);
            if (page.status() == 200) {
                shown.put(path, page);
            }
        }
        List<String> compared = new ArrayList<>();
        shown.values().forEach(page -> links(page.body()).forEach((path, name) -> {
            Page target = shown.get(path);
            if (target != null) {
                compared.add(path);
                assertThat(List.of(text(HEADING, target.body()), text(TITLE, target.body())))
                        .as(path)
                        .containsOnly(name);
            }
        }));
        assertThat(compared).contains("/", "/coverage", "/teams", "/history", "/delegations", "/sessions");
    }

    private List<String> paths() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.matches("[/a-z-]+")
                        && !List.of("/refresh/events", "/assignees").contains(path))
                .toList();
    }

    private static Map<String, String> links(String body) {
        Map<String, String> links = new LinkedHashMap<>();
        NAVIGATION
                .matcher(body)
                .results()
                .map(MatchResult::group)
                .flatMap(part -> LINK.matcher(part).results())
                .forEach(link -> links.put(link.group(1), withoutTags(link.group(2))));
        return links;
    }

    private static String text(Pattern pattern, String body) {
        return pattern.matcher(body)
                .results()
                .map(found -> withoutTags(found.group(1)))
                .findFirst()
                .orElse("");
    }

    /** Also without the sign of an action that asks for more. */
    private static String withoutTags(String html) {
        return html.replaceAll("<[^>]*>|…", "").strip();
    }
}
