package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.Pages.Page;
import io.countersign.history.chain.Hashes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages about the record, in the real layout. */
@PageTest
class RecordPagesTests {

    private static final String INVITATION = "feed".repeat(8);
    private static final Subject SEEN = new Subject(
            INVITATION, null, "LENS", "SaaS <lens>", null, "555566667777", "111122223333", "eu-west-1", "READONLY");

    @Autowired
    Pages pages;

    @Autowired
    Entries entries;

    @Autowired
    Checkpointing checkpointing;

    @Autowired
    Verification verification;

    @Autowired
    VerificationRows rows;

    @Autowired
    CheckpointRows checkpoints;

    @Autowired
    ChainRows chain;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void historySaysHowFarItIsVerified() throws Exception {
        verified();
        VerificationState state = rows.state();
        assertThat(pages.open("/history", "auditor").body())
                .contains("verified to " + String.format("%,d", state.verifiedSeq()) + ", checkpoint", "UTC</span>");
        assertThat(pages.open("/history/verification", "auditor").body())
                .contains(
                        "No tampering found in entries 1-",
                        "Current",
                        checkpoints.keys().get(0).id());
    }

    @Test
    void theTimelineTellsAllOfAnInvitationAlsoInWordsItDoesNotKnow() throws Exception {
        Subject decided = decided(900_001);
        entries.appendNow(NewEntry.by(NewEntry.SYSTEM, EntryAction.READ, EntryOutcome.SEEN)
                .about(SEEN));
        entries.appendNow(
                NewEntry.by("lead", EntryAction.OPEN, EntryOutcome.DONE).about(SEEN));
        entries.appendNow(NewEntry.by("lead", EntryAction.ACCEPT, EntryOutcome.SENDING)
                .about(decided)
                .because("we asked <b>for</b> it"));
        entries.appendNow(NewEntry.by("lead", EntryAction.ACCEPT, EntryOutcome.CONFIRMED)
                .about(decided)
                .requestId("req-77"));
        entries.appendNow(
                NewEntry.by("reviewer", EntryAction.REJECT, EntryOutcome.FAILED).about(decided(900_002)));
        appendWordsOfALaterVersion(decided);
        Page page = pages.open("/decisions/900001/timeline", "auditor");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Timeline of decision 900,001", "6 entries, oldest first", "Request req-77")
                .contains("we asked &lt;b&gt;for&lt;/b&gt; it", "SaaS &lt;lens&gt;", "About decision 900,002")
                .containsSubsequence("Received", "View", "Sent", "Confirmed", "Failed", "TELEPORT", "MAYBE");
        assertThat(pages.open("/history?text=" + INVITATION, "auditor").body())
                .contains("href=\"/decisions/900001/timeline\"");
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        assertThat(pages.open("/decisions/77777/timeline", "auditor").status()).isEqualTo(404);
        assertThat(pages.open("/decisions/77777/receipt", "auditor").status()).isEqualTo(404);
        assertThat(pages.open("/decisions/x/timeline", "auditor").status()).isEqualTo(400);
    }

    private void appendWordsOfALaterVersion(Subject about) {
        transactions.executeWithoutResult(status -> {
            ChainRows.Last last = chain.lock();
            Entry entry =
                    new Entry(last.seq() + 1, TestRecord.START, "lead", "TELEPORT", "MAYBE", about, null, null, null);
            String hash = Hashes.link(last.hash(), EntryFormat.canonical(entry, EntryFormat.CURRENT));
            chain.insert(entry, EntryFormat.CURRENT, last.hash(), hash);
            chain.move(entry.seq(), hash);
        });
    }

    private void verified() {
        checkpointing.covering(entries.appendNow(NewEntry.by("lead", EntryAction.SIGN_IN, EntryOutcome.DONE)));
        verification.run();
    }

    private static Subject decided(long decision) {
        return new Subject(
                SEEN.invitationId(),
                decision,
                SEEN.resourceType(),
                SEEN.resourceName(),
                null,
                SEEN.owner(),
                SEEN.accountId(),
                SEEN.region(),
                SEEN.permission());
    }
}
