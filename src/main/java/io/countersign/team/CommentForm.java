package io.countersign.team;

import io.countersign.site.FreeText;
import io.countersign.site.TypedText;

/** What a person says about an invitation. */
record CommentForm(
        @FreeText(message = "team.comment", max = CommentForm.LONGEST)
        String words) {

    static final int LONGEST = 1000;

    CommentForm {
        words = TypedText.clean(words);
    }
}
