package io.countersign.team.comment;

import static io.countersign.invitation.Listings.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ListedForPages;
import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests the form that adds a comment. */
@PageTest
class CommentPageTests {

    private static final String PATH = "/invitations/" + id(ListedForPages.PLAIN);

    @Autowired
    Pages pages;

    @BeforeEach
    void read() throws Exception {
        pages.refresh();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 5_000, 5_001, 20_000})
    void showsARefusedCommentCompletely(int length) throws Exception {
        String words = "a".repeat(length - 4) + " end";

        Page answer = pages.submit(PATH + "/comments", "reviewer", Map.of("words", words));
        Page shown = answer.location() == null ? answer : pages.follow(answer, "reviewer");

        assertThat(shown.body())
                .contains(">" + words + "</textarea>")
                .contains("Enter a comment of at most 1,000 characters (now %,d)".formatted(length));
    }
}
