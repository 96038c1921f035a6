package io.countersign.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.site.FormProblems;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentFormTests {

    @Test
    void acceptsTextAndNormalizesLineEnds() {
        CommentForm form = new CommentForm("  fine\r\nby me ");
        assertThat(FormProblems.of(form)).isEmpty();
        assertThat(form.words()).isEqualTo("fine\nby me");
    }

    @Test
    void refusesTextWithoutWordsAndUnsafeCharacters() {
        assertThat(problems(" ")).containsExactly("words team.comment.missing");
        assertThat(problems("…!")).containsExactly("words team.comment.punctuation");
        assertThat(problems("x".repeat(1001))).containsExactly("words team.comment.long");
        assertThat(problems("a\u0000b")).containsExactly("words team.comment.control");
        assertThat(problems("a\ud800b")).containsExactly("words team.comment.control");
        assertThat(problems("a\u202eb")).containsExactly("words team.comment.control");
    }

    private static List<String> problems(String words) {
        return FormProblems.of(new CommentForm(words));
    }
}
