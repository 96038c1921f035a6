package io.countersign.site;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.connection.Permission;
import io.countersign.connection.ResourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the glossary, and the "?" beside the terms of an invitation. */
@PageTest
class GlossaryTests {

    private static final Pattern TERM = Pattern.compile("id=\"([\\w-]+)\"><dt>([^<]+)</dt><dd>[^<]{20,}</dd>");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\|");

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void readAws() throws Exception {
        pages.refresh();
    }

    @Test
    void explainsEveryTypeAndPermission() throws Exception {
        List<String> keys = terms().map(term -> term.group(1)).toList();
        assertThat(keys)
                .containsAll(
                        ResourceType.KNOWN.stream().map(ResourceType::value).toList());
        assertThat(keys).contains(Permission.READONLY.value(), Permission.CONTRIBUTOR.value());
    }

    @Test
    void usesTheTermsOfTheDocuments() throws Exception {
        List<String> documented = ROW.matcher(Files.readString(Path.of("src/docs/glossary.md")))
                .results()
                .flatMap(row -> Arrays.stream(row.group(1).split(", ")))
                .map(term -> term.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(terms()).allSatisfy(term -> assertThat(documented)
                .as("%s is in src/docs/glossary.md", term.group(2))
                .containsAnyElementsOf(Stream.concat(
                                Stream.of(term.group(1), term.group(1).replace('-', ' ')),
                                Arrays.stream(
                                        term.group(2).toLowerCase(Locale.ROOT).split(", ")))
                        .toList()));
    }

    @Test
    void anInvitationExplainsItsTypeAndItsPermission() throws Exception {
        assertThat(pages.open("/invitations/" + id(ListedForPages.LENS), "reviewer")
                        .body())
                .contains("aria-label=\"What is this? Custom lens\"", "href=\"/help#LENS\"", "href=\"/help\"")
                .containsOnlyOnce("<details class=\"what\">");
        assertThat(pages.open("/invitations/" + id(ListedForPages.PLAIN), "auditor")
                        .body())
                .contains("aria-label=\"What is this? Workload\"", "aria-label=\"What is this? Read-only\"");
    }

    @Test
    void anInvitationExplainsContributor() throws Exception {
        assertThat(pages.open("/invitations/" + id(ListedForPages.MARKUP), "reviewer")
                        .body())
                .contains("aria-label=\"What is this? Contributor\"", "href=\"/help#CONTRIBUTOR\"");
    }

    @Test
    void explainsAPermissionByTheTypeOfTheResource() throws Exception {
        String lens = "/invitations/" + id(ListedForPages.LENS);
        try {
            permission("READONLY");
            assertThat(pages.open(lens, "reviewer").body())
                    .contains("aria-label=\"What is this? Read-only\"", "href=\"/help#READONLY\"")
                    .contains("A permission on a custom lens", "Custom lenses have no other permission.")
                    .doesNotContain("A permission on a workload", "the owner can change it to Contributor");
            permission("CONTRIBUTOR");
            assertThat(pages.open(lens, "reviewer").body())
                    .contains("AWS documents this permission for workloads only")
                    .doesNotContain("view it and change its answers");
        } finally {
            permission(null);
        }
        assertThat(pages.open("/invitations/" + id(ListedForPages.PLAIN), "reviewer")
                        .body())
                .contains("A permission on a workload", "the owner can change it to Contributor later");
    }

    private void permission(@Nullable String permission) {
        jdbc.sql("update invitation set permission = :permission where invitation_id = :id")
                .param("permission", permission)
                .param("id", id(ListedForPages.LENS).value())
                .update();
    }

    @Test
    void anUnknownTypeHasNoExplanation() throws Exception {
        assertThat(pages.open("/invitations/" + id(ListedForPages.STRANGE), "reviewer")
                        .body())
                .contains("</h1>")
                .doesNotContain("<details class=\"what\">");
    }

    private Stream<MatchResult> terms() throws Exception {
        String page = pages.open("/help", "auditor").body();
        List<MatchResult> terms = TERM.matcher(page).results().toList();
        assertThat(terms).hasSizeGreaterThan(30);
        return terms.stream();
    }
}
