package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditAction;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.AuditLog;
import io.countersign.audit.AuditOutcome;
import io.countersign.audit.AuditSubject;
import io.countersign.audit.TestAuditLog;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.owner.TestOwners;
import io.countersign.site.format.TemplateFormatDialect;
import io.countersign.team.access.UnrestrictedAccess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the page in a test layout, without the rest of the site. */
class HistoryTemplateTests {

    private final GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
    private AuditLog log;
    private MockMvc mvc;

    @BeforeEach
    void start() {
        DataSource dataSource = TestDatabase.migrated();
        log = TestAuditLog.log(dataSource, InstantSource.fixed(Instant.parse("2026-11-22T14:03:22.5Z")));
        context.registerBean(AuditEntryRepository.class, () -> new AuditEntryRepository(dataSource));
        context.registerBean(
                HistoryAccess.class,
                () -> new HistoryAccess(null, new UnrestrictedAccess(), new StaticMessageSource()));
        context.registerBean(
                IntegrityBadges.class,
                () -> new IntegrityBadges(
                        new VerificationRepository(JdbcClient.create(dataSource)),
                        TestAuditLog.properties(Path.of("unused")),
                        InstantSource.system()));
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(
                KnownNames.class,
                () -> new KnownNames(TestOwners.on(dataSource, InstantSource.system()), TestOwners.NOBODY));
        new AnnotatedBeanDefinitionReader(context)
                .register(Web.class, HistoryPage.class, HistoryController.class, TemplateFormatDialect.class);
        context.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .defaultRequest(get("/").principal(() -> "auditor"))
                .build();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void showsAnEntryWithLabels() throws Exception {
        AuditSubject subject = new AuditSubject(
                "a".repeat(32), 7L, "TEMPLATE", "<b>’支払い</b>", null, null, "111122223333", "eu-west-1", null);
        log.append(new AuditEntry(
                "lead", AuditAction.ACCEPT, AuditOutcome.UNKNOWN, subject, "we asked", "TIMEOUT: none", "req-1"));
        assertThat(page("/history"))
                .contains(
                        "1 entry",
                        "Nov 22, 2026, 14:03:22 UTC",
                        "Accept</span>",
                        "Unclear",
                        "Review template",
                        "we asked")
                .contains(
                        "&lt;b&gt;’支払い&lt;/b&gt;",
                        "href=\"/decisions/7?from=log\"",
                        "111122223333 · eu-west-1",
                        "req-1")
                .doesNotContain("<b>", "style=", "onclick");
    }

    @Test
    void distinguishesAnEmptyLogFromAnEmptyResult() throws Exception {
        assertThat(page("/history")).contains("No entries yet").doesNotContain("<table");
        assertThat(page("/history?action=READ")).contains("No entries match these filters");
    }

    @Test
    void showsUnknownResourceTypes() throws Exception {
        log.append(AuditEntry.by("lead", AuditAction.READ, AuditOutcome.FAILED)
                .about(new AuditSubject(null, null, "BUCKET", "b", null, null, null, null, null)));
        assertThat(page("/history")).contains(">BUCKET<");
    }

    @Test
    void keepsInvalidInputNextToTheError() throws Exception {
        assertThat(page("/history?from=22.11.2026&action=TELEPORT&text=keep%20%22me%22"))
                .contains("value=\"22.11.2026\"", "Enter a date such as", "href=\"#from\"")
                .contains("<option value=\"TELEPORT\" selected=\"selected\">TELEPORT</option>")
                .contains("value=\"keep &quot;me&quot;\"", "data-invalid=\"true\"")
                .doesNotContain("No entries yet", "history.csv");
    }

    @Test
    void keepsTheFiltersInTheFormAndTheDownloadLinks() throws Exception {
        assertThat(page("/history?outcome=FAILED&person=lead"))
                .contains("<option value=\"FAILED\" selected=\"selected\">Failed</option>", "value=\"lead\"")
                .contains("href=\"/history.csv?person=lead&amp;outcome=FAILED\"");
    }

    @Test
    void opensTheFiltersOfAPhoneByALinkUnlessTheyHaveErrors() throws Exception {
        assertThat(page("/history?outcome=FAILED&person=lead"))
                .contains("href=\"#filters\"", "> (2)<", "id=\"filters\" class=\"filters-narrow\"");
        assertThat(page("/history")).contains("href=\"#filters\"").doesNotContain("> (0)<");
        assertThat(page("/history?from=x"))
                .contains("id=\"filters\"")
                .doesNotContain("href=\"#filters\"", "filters-narrow");
    }

    private String page(String url) throws Exception {
        return mvc.perform(get(URI.create(url)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @EnableWebMvc
    static class Web {

        @Bean
        ResourceBundleMessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasenames("messages/history", "messages/site");
            messages.setDefaultEncoding("UTF-8");
            return messages;
        }

        @Bean
        SpringTemplateEngine engine(TemplateFormatDialect format) {
            SpringTemplateEngine engine = new SpringTemplateEngine();
            engine.addDialect(format);
            engine.addTemplateResolver(templates("history-layout/", 1));
            engine.addTemplateResolver(templates("templates/", 2));
            return engine;
        }

        @Bean
        ThymeleafViewResolver views(SpringTemplateEngine engine) {
            ThymeleafViewResolver views = new ThymeleafViewResolver();
            views.setTemplateEngine(engine);
            views.setCharacterEncoding("UTF-8");
            return views;
        }

        private static ClassLoaderTemplateResolver templates(String folder, int order) {
            ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
            templates.setPrefix(folder);
            templates.setSuffix(".html");
            templates.setCharacterEncoding("UTF-8");
            templates.setCheckExistence(true);
            templates.setOrder(order);
            return templates;
        }
    }
}
