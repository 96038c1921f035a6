package io.countersign.team.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.AuditEntry;
import io.countersign.connection.AccountId;
import io.countersign.connection.Region;
import io.countersign.team.TeamAuditEntries;
import io.countersign.team.comment.MentionParser;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the parsers of team input and the descriptions of team changes. */
class TeamInputTests {

    private static final AccountId RETAIL = new AccountId("111122223333");

    @Test
    void readsAccountsWithRegionsAndComments() {
        AccountListParser lines = AccountListParser.of("""
                1111 2222 3333 eu-west-1, us-east-1  # Retail prod

                # nothing here
                222233334444
                """);
        assertThat(lines.problems()).isEmpty();
        assertThat(lines.accounts())
                .containsEntry(RETAIL, List.of(new Region("eu-west-1"), new Region("us-east-1")))
                .containsEntry(new AccountId("222233334444"), List.of());
        assertThat(AccountListParser.text(lines.accounts(), account -> account.equals(RETAIL) ? "Retail #1" : ""))
                .isEqualTo("111122223333 eu-west-1 us-east-1   # Retail #1\n222233334444");
    }

    @Test
    void addsSelectedAccountsWithAllRegionsOnce() {
        AccountListParser lines = AccountListParser.of("222233334444 eu-west-1", List.of("111122223333"));
        assertThat(lines.problems()).isEmpty();
        assertThat(lines.accounts())
                .containsEntry(RETAIL, List.of())
                .containsEntry(new AccountId("222233334444"), List.of(new Region("eu-west-1")));
        assertThat(AccountListParser.of("111122223333 eu-west-1", List.of("111122223333"))
                        .problems())
                .containsExactly(new AccountListParser.Problem(1, "111122223333 is listed twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "11112222333, an account ID has exactly 12 digits",
        "111122223333 Europe, a Region looks like eu-west-1",
        "<script>, an account ID has exactly 12 digits"
    })
    void namesTheInvalidLine(String line, String says) {
        assertThat(AccountListParser.of("222233334444\n" + line).problems())
                .containsExactly(new AccountListParser.Problem(2, says));
    }

    @Test
    void refusesDuplicateAccounts() {
        assertThat(AccountListParser.of("222233334444\n2222 3333 4444 eu-west-1")
                        .problems())
                .containsExactly(new AccountListParser.Problem(2, "222233334444 is listed twice"));
    }

    @ParameterizedTest
    @CsvSource({
        "'@ben, look', ben",
        "'ask @ben.', ben",
        "'(@b.en.)', b.en.",
        "'@b.en..', b.en.",
        "'mail ann@ben.example', ''",
        "'@benjamin', ''",
        "'@@ben', ''",
        "'@ben @b.en. @ben', 'ben|b.en.'"
    })
    void findsMentionedNames(String text, String names) {
        assertThat(String.join("|", MentionParser.in(text, Set.of("ben", "b.en."))))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ask @pat.o'brien+desk@example.com., Pat.O'Brien+desk@Example.com",
                "ask @PAT.O’BRIEN+DESK@EXAMPLE.COM, Pat.O'Brien+desk@Example.com",
                "@Pat.O'Brien+desk@Example.com's idea, Pat.O'Brien+desk@Example.com",
                "'@pat.o'brien+desk@example.com', Pat.O'Brien+desk@Example.com",
                "@pat.o'brien@example.com, \"\"",
                "@BEN's and @Ben’s, ben",
                "kim+@ben, \"\""
            })
    void findsMentionsInAnySpelling(String text, String names) {
        assertThat(String.join("|", MentionParser.in(text, Set.of("ben", "Pat.O'Brien+desk@Example.com"))))
                .isEqualTo(names);
    }

    @Test
    void splitsALongChangeIntoSeveralEntries() {
        List<String> lines = IntStream.range(0, 2000)
                .mapToObj(i -> String.format("%012d: none → all Regions", i))
                .toList();
        List<String> texts = TeamAuditEntries.team("admin", "team " + "x".repeat(100) + " added", lines).stream()
                .map(AuditEntry::message)
                .toList();
        assertThat(texts)
                .hasSizeGreaterThan(20)
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(2000).startsWith("team xxx"));
        assertThat(texts.stream().flatMap(String::lines).filter(lines::contains))
                .containsExactlyElementsOf(lines);
    }
}
