package io.countersign.team.web;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the page that assigns several invitations. */
@PageTest
class BulkAssignmentPageTests {

    private static final String FIRST = id(ListedForPages.PLAIN).value();
    private static final String SECOND = id(ListedForPages.PLAIN + 100).value();

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void read() throws Exception {
        pages.refresh();
        removeClaims();
    }

    @AfterEach
    void removeClaims() {
        jdbc.sql("delete from claim").update();
    }

    @Test
    void namesEachAssigneeWithTheNumberOfInvitations() throws Exception {
        assertThat(assign("user:reviewer", FIRST + ":", SECOND + ":").flash())
                .isEqualTo("Assigned 2 invitations: reviewer 2.");
        removeClaims();
        assertThat(assign("team:", FIRST + ":", SECOND + ":").flash())
                .isEqualTo("Assigned 2 invitations: lead 1, reviewer 1.");
        assertThat(assign("user:lead", FIRST + ":", SECOND + ":").flash())
                .isEqualTo("1 assigned (lead 1), 1 not assigned.");
        assertThat(assign("user:reviewer", FIRST + ":").flash()).isEqualTo("0 assigned, 1 not assigned.");
    }

    private Page assign(String to, String... items) throws Exception {
        return pages.submit(
                "/assignments",
                "lead",
                Stream.concat(Stream.of("to", to), Stream.of(items).flatMap(item -> Stream.of("item", item)))
                        .toList());
    }
}
