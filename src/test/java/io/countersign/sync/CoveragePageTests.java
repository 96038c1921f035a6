package io.countersign.sync;

import static io.countersign.invitation.Listings.LOGISTICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.PageTest;
import io.countersign.Pages;
import io.countersign.connection.AwsFailure;
import io.countersign.connection.FakeShareInvitations;
import io.countersign.connection.ResourceType;
import io.countersign.connection.api.ListOutcome;
import io.countersign.connection.aws.AwsClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Tests the coverage page and the refresh page. */
@PageTest
class CoveragePageTests {

    @Autowired
    Pages pages;

    @Autowired
    FakeShareInvitations aws;

    @Autowired
    AwsClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsEverySourceWithItsPendingCount() throws Exception {
        pages.refresh();

        assertThat(pages.open("/coverage", "auditor").body())
                .contains("2 of 2 account-Regions up to date (last 10 min)", "All accounts and Regions are up to date")
                .contains("Retail prod", "Logistics", "eu-west-1", "us-east-1", " pending</a>");
    }

    @Test
    void namesFailingSourcesInTheMatrixAndInTheQueue() throws Exception {
        pages.refresh();
        AwsFailure denied =
                new AwsFailure(AwsFailure.Kind.ACCESS_DENIED, "User is <not> authorized", "AccessDenied", "r");
        aws.lists(LOGISTICS, ResourceType.PROFILE, new ListOutcome.Incomplete(List.of(), denied));
        try {
            pages.refresh();

            assertThat(pages.open("/coverage?blind=true", "reviewer").body())
                    .contains("Access denied", "User is &lt;not&gt; authorized", "Logistics")
                    .contains("1 account-Region is not up to date; its invitations may be missing or outdated.")
                    .doesNotContain("Retail prod</span>");
            assertThat(pages.open("/", "reviewer").body())
                    .contains("1 account-Region is not up to date; its invitations", "Access denied")
                    .contains("1 of 2 account-Regions up to date (last 10 min)");
            assertThat(pages.open("/coverage", "reviewer").body())
                    .contains("1 of 2 account-Regions up to date (last 10 min)");
            assertThat(pages.open("/connections", "admin/ADMIN").body())
                    .contains(
                            "0 of 1 Regions up to date",
                            "1 of 1 Regions up to date",
                            "Access denied",
                            " · Last refreshed");
            assertThat(pages.open("/connections/222233334444", "admin/ADMIN").body())
                    .contains("Regions that can’t be read", "us-east-1", "Access denied", "Failing since")
                    .contains("need wellarchitected:ListShareInvitations", "User is &lt;not&gt; authorized");
            assertThat(pages.open("/connections/111122223333", "admin/ADMIN").body())
                    .doesNotContain("Regions that can’t be read");
        } finally {
            aws.lists(LOGISTICS, ResourceType.PROFILE, new ListOutcome.Complete(List.of()));
            pages.refresh();
        }
        assertThat(pages.open("/coverage?blind=true", "reviewer").body()).contains("No accounts match this filter.");
    }

    @Test
    void doesNotWarnOfASourceThatIsReadForTheFirstTime() throws Exception {
        pages.refresh();
        try {
            neverRead("us-east-1");
            assertThat(pages.open("/coverage", "auditor").body())
                    .contains("1 of 2 account-Regions up to date", "1 account-Region is read for the first time.")
                    .doesNotContain("not up to date;", "All accounts and Regions are up to date");
            assertThat(pages.open("/", "auditor").body())
                    .contains("1 of 2 account-Regions up to date", "1 account-Region is read for the first time.")
                    .doesNotContain("not up to date;", "coverage-failing");

            neverRead("us-east-1");
            neverRead("eu-west-1");
            assertThat(pages.open("/coverage", "auditor").body())
                    .contains("2 account-Regions are read for the first time.");
            assertThat(pages.open("/", "auditor").body()).contains("2 account-Regions are read for the first time.");
        } finally {
            pages.refresh();
        }
        assertThat(pages.open("/coverage", "auditor").body()).doesNotContain("for the first time");
    }

    @Test
    void doesNotCallAQueueEmptyBeforeItsSourcesAreRead() throws Exception {
        pages.refresh();
        jdbc.sql("""
                with team as (insert into team (name, version, changed_at, changed_by) values ('Retail', 1, now(), 'x') returning id),
                  member as (insert into team_member select id, 'reviewer', 'REVIEWER' from team)
                insert into team_source select id, '222233334444', 'us-east-1' from team""").update();
        jdbc.sql("update invitation set region = 'us-west-2' where account_id = '222233334444'")
                .update();
        try {
            assertThat(pages.open("/", "reviewer").body()).contains("No pending invitations");
            neverRead("us-east-1");
            assertThat(pages.open("/", "reviewer").body())
                    .contains("No invitations yet", "there may be pending invitations")
                    .doesNotContain("No pending invitations", "Status unknown");
        } finally {
            jdbc.sql("delete from team").update();
            jdbc.sql("update invitation set region = 'us-east-1' where account_id = '222233334444'")
                    .update();
            pages.refresh();
        }
    }

    private void neverRead(String region) {
        jdbc.sql("update source set read_at = null, tried_at = null where region = :region")
                .param("region", region)
                .update();
    }

    @Test
    void showsTheAccountsOfTheTeamsOfTheUserAndAllOnRequest() throws Exception {
        pages.refresh();
        jdbc.sql("""
                with team as (insert into team (name, version, changed_at, changed_by) values ('Retail', 1, now(), 'x') returning id),
                  member as (insert into team_member select id, 'reviewer', 'REVIEWER' from team)
                insert into team_source select id, '111122223333', '' from team""").update();
        try {
            String own = pages.open("/coverage", "reviewer").body();
            assertThat(own)
                    .contains("1 of 1 account-Regions up to date", "Retail prod", "Accounts of your teams.")
                    .contains("href=\"/coverage?all=true\"", "value=\"eu-west-1\"")
                    .doesNotContain("Logistics", "us-east-1");
            assertThat(pages.open("/", "reviewer").body())
                    .contains("1 of 1 account-Regions up to date")
                    .doesNotContain("Logistics");

            String all = pages.open("/coverage?all=true&region=us-east-1", "reviewer")
                    .body();
            assertThat(all)
                    .contains("2 of 2 account-Regions up to date", "Logistics", "name=\"all\" value=\"true\"")
                    .doesNotContain("scope=222233334444", " pending</a>");
            assertThat(pages.open("/coverage", "auditor").body())
                    .contains("2 of 2 account-Regions up to date", "scope=222233334444")
                    .doesNotContain("all=true");

            jdbc.sql("delete from team_source").update();
            assertThat(pages.open("/coverage", "reviewer").body()).contains("No account of your teams is connected.");
            assertThat(pages.open("/", "reviewer").body()).contains("No account of your teams is connected");
            assertThat(pages.open("/", "lead").body()).contains("You are not in a team");
        } finally {
            jdbc.sql("delete from team").update();
        }
    }

    @ParameterizedTest
    @CsvSource({"-1200, ahead of", "1200, behind"})
    void warnsIfTheClockDiffersFromTheClockOfAws(int awsAhead, String word) throws Exception {
        clock.compare(Instant.now().plusSeconds(awsAhead));
        try {
            assertThat(pages.open("/coverage", "auditor").body())
                    .containsPattern(
                            "The clock of this server is 1,(199|200|201) seconds " + word + " the clock of AWS");
        } finally {
            clock.compare(Instant.now());
        }
        assertThat(pages.open("/coverage", "auditor").body()).doesNotContain("the clock of AWS");
    }

    @Test
    void redirectsToTheProgressPageWithoutWaiting() throws Exception {
        Pages.Page started = pages.submit("/refresh", "reviewer", Map.of("scope", "111122223333", "type", "LENS"));

        assertThat(started.status()).isEqualTo(302);
        assertThat(started.location()).matches("/refresh\\?.*type=LENS&scope=111122223333&since=[0-9]+");
        pages.refresh();
    }

    @Test
    void showsTheProgressOfARefresh() throws Exception {
        pages.refresh();

        assertThat(pages.open("/refresh?since=0", "reviewer").body())
                .contains("2 of 2 account-Regions refreshed", "0 failed", "All accounts and Regions were refreshed.");
        assertThat(pages.open("/refresh?since=99999999999999", "reviewer").body())
                .contains(
                        "0 of 2 account-Regions refreshed",
                        "data-progress=\"/refresh/events",
                        "http-equiv=\"refresh\"");
    }

    @Test
    void returnsToTheFilteredCoveragePage() throws Exception {
        String filtered = "/coverage?account=x%26y&blind=true";

        assertThat(pages.open("/coverage?region=eu-west-1", "reviewer").body())
                .contains("name=\"back\" value=\"/coverage?region=eu-west-1\"");
        assertThat(refreshedFrom(filtered)).isEqualTo(filtered);
        assertThat(pages.open("/refresh?since=99999999999999&back=%2Fcoverage%3Fblind%3Dtrue", "reviewer")
                        .body())
                .contains("data-back=\"/coverage?blind=true\"", "href=\"/coverage?blind=true\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example/coverage",
                "/coverage//evil.example",
                "/coverage?x=\r\ny",
                "/coverage?{x}",
                "/logout"
            })
    void refusesToReturnToOtherPages(String back) throws Exception {
        assertThat(refreshedFrom(back)).isEqualTo("/?view=all");
    }

    private @Nullable String refreshedFrom(String back) throws Exception {
        Pages.Page started = pages.submit("/refresh", "reviewer", Map.of("back", back));
        Matcher target = Pattern.compile("data-back=\"([^\"]*)\"")
                .matcher(pages.follow(started, "reviewer").body());
        return target.find() ? HtmlUtils.htmlUnescape(target.group(1)) : null;
    }

    @ParameterizedTest
    @CsvSource({"ACCESS_DENIED, false", "ROLE_REFUSED, true", "SOURCE_IDENTITY_REFUSED, true"})
    void showsAdminsLinksToRepairAFailure(AwsFailure.Kind kind, boolean templates) throws Exception {
        AwsFailure refused = new AwsFailure(kind, "no", "AccessDenied", "r");
        aws.lists(LOGISTICS, ResourceType.PROFILE, new ListOutcome.Incomplete(List.of(), refused));
        try {
            pages.refresh();
            String page = pages.open("/coverage", "admin").body();
            assertThat(page).contains("href=\"/connections/222233334444\"");
            assertThat(page.contains("href=\"/connections/222233334444/roles\""))
                    .isEqualTo(templates);
            assertThat(pages.open("/coverage", "lead").body()).doesNotContain("/connections/");
        } finally {
            aws.lists(LOGISTICS, ResourceType.PROFILE, new ListOutcome.Complete(List.of()));
            pages.refresh();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/coverage?region=xx, region: ",
        "/coverage?page=0, page: ",
        "/refresh?since=x, since: ",
        "/refresh?since=1&scope=12, scope: ",
        "/refresh, since: "
    })
    void namesAMalformedParameter(String path, String named) throws Exception {
        Pages.Page page = pages.open(path, "reviewer");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains(named);
    }
}
