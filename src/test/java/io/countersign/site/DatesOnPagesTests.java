package io.countersign.site;

import static io.countersign.invitation.Listings.LOGISTICS;
import static io.countersign.invitation.Listings.id;
import static io.countersign.invitation.Listings.lens;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.ResourceType;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.api.UpdateOutcome;
import io.countersign.connection.api.UpdatedInvitation;
import io.countersign.invitation.InvitationFingerprint;
import io.countersign.invitation.InvitationRepository;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All pages show dates and times in the format of {@link Dates}. */
@PageTest
@TestPropertySource(
        properties = {
            "countersign.people[3].name=admin",
            "countersign.people[3].password=" + PageTest.HASH,
            "countersign.people[3].roles=ADMIN"
        })
class DatesOnPagesTests {

    private static final int PENDING = 5101;
    private static final int DECIDED = 5102;
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String DAY = MONTH + " \\d{1,2}, \\d{4}";
    private static final String TIME = DAY + ", \\d{2}:\\d{2}:\\d{2} UTC";
    private static final Pattern OTHER = Pattern.compile(
            "(?<![\\w-])\\d{4}-\\d{2}-\\d{2}|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b" + "|\\b\\d{1,2}\\.? " + MONTH + "|\\b"
                    + MONTH + "(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)? \\d|\\b\\d{1,2}:\\d{2}\\b");
    /** What pages repeat unchanged: commands, typed text, names, reasons and messages of the audit log. */
    private static final String UNCHANGED =
            "(?s)<(pre|textarea|bdi|script)\\b.*?</\\1>|<(\\w+) [^>]*dir=\"auto\"[^>]*>.*?</\\2>";

    private static final String FOR_PROGRAMS =
            " (datetime|value|href|id|for|name|action|content|src|data-[a-z-]+)=\"[^\"]*\"";

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    InvitationRepository invitations;

    @Autowired
    AuditLog auditLog;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @BeforeEach
    void readAws() throws Exception {
        aws.lists(
                LOGISTICS,
                ResourceType.LENS,
                new ListOutcome.Complete(List.of(lens(PENDING, "Dated lens"), lens(DECIDED, "Decided lens"))));
        aws.answers(id -> new UpdateOutcome.Updated(
                new UpdatedInvitation(id.value(), "LENS", null, null, null, null, null), "request-1"));
        pages.refresh();
    }

    @Test
    void writesDatesInOneFormatOnEveryPage() throws Exception {
        String decision = decide();
        delegate();
        TreeSet<String> paths = new TreeSet<>(List.of(
                "/?view=all",
                "/?state=decided",
                "/invitations/" + id(PENDING),
                "/invitations/" + id(DECIDED),
                "/connections/222233334444",
                decision,
                decision + "/timeline",
                "/lead?days=90"));
        paths.addAll(EveryPage.paths(mappings));
        for (String path : paths) {
            for (String person : List.of("lead", "admin")) {
                assertOneFormat(
                        path + " for " + person, pages.open(path, person).body());
            }
        }
        assertThat(pages.open("/delegations", "lead").body())
                .contains(Dates.day(today()) + " to " + Dates.day(today().plusDays(2)));
        assertThat(pages.open("/history", "admin").body())
                .containsPattern("<time datetime=\"[^\"]+Z\" title=\"" + TIME + "\"");
    }

    @Test
    void writesTheTimesOfRecordedMessagesInTheSameFormat() throws Exception {
        auditLog.appendNow(AuditEntry.bySystem(AuditAction.EXPIRY_WARNING, AuditOutcome.WARNED)
                .withMessage("<b>dated</b>, expires by 2026-12-02T16:15:56Z at the latest"));
        assertThat(pages.open("/history?text=dated", "admin").body())
                .contains("<bdi>&lt;b&gt;dated&lt;/b&gt;, expires by <time datetime=\"2026-12-02T16:15:56Z\"")
                .contains(">Dec 2, 2026, 16:15:56 UTC</time> at the latest</bdi>");
    }

    private static void assertOneFormat(String page, String body) {
        String shown = body.replaceAll(UNCHANGED, "").replaceAll(FOR_PROGRAMS, "");
        assertThat(shown.replaceAll(TIME, "").replaceAll(DAY, "")).as(page).doesNotContainPattern(OTHER);
        String outside = shown.replaceAll("(?s)<time\\b.*?</time>", "")
                .replaceAll("(?s)<span class=\"visually-hidden\".*?</span>", "")
                .replaceAll("<[^>]*>", "");
        assertThat(outside)
                .as("%s: a time is in an element that script translates", page)
                .doesNotContainPattern(TIME);
        assertThat(body)
                .as("%s: the datetime of a time is in UTC, and its title says so", page)
                .doesNotContainPattern("<time(?! [^>]*datetime=\"(\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z\" title=\"" + TIME
                        + "\"|\\d{4}-\\d{2}-\\d{2}\"))");
    }

    private String decide() throws Exception {
        String path = "/invitations/" + id(DECIDED);
        String fingerprint = InvitationFingerprint.of(
                        invitations.find(id(DECIDED)).orElseThrow().listed())
                .value();
        pages.submit(
                path + "/decisions",
                "lead",
                Map.of("action", "REJECT", "reason", "Refused in ticket 4711", "fingerprint", fingerprint));
        return "/decisions/"
                + jdbc.sql("select max(id) from decision").query(Long.class).single();
    }

    private void delegate() throws Exception {
        assertThat(pages.submit(
                                "/delegations",
                                "lead",
                                Map.of(
                                        "delegate",
                                        "reviewer",
                                        "from",
                                        today().toString(),
                                        "until",
                                        today().plusDays(2).toString(),
                                        "reason",
                                        "On leave until Thursday"))
                        .status())
                .isEqualTo(302);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
