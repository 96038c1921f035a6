package io.countersign.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.TestDatabase;
import io.countersign.audit.AuditLog;
import io.countersign.audit.StoredAuditEntry;
import io.countersign.audit.TestAuditLog;
import io.countersign.audit.entry.AuditEntryFilter;
import io.countersign.audit.entry.AuditEntryRepository;
import io.countersign.audit.verification.VerificationRepository;
import io.countersign.owner.TestOwners;
import io.countersign.team.access.UnrestrictedAccess;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Uses a real socket, because the server writes the end of a response. */
class DownloadAbortedTests {

    private static final int MANY = 5_000;

    @TempDir
    Path folder;

    private final Tomcat tomcat = new Tomcat();
    private final DataSource dataSource = TestDatabase.migrated();
    private final FailingEntries entries = new FailingEntries(dataSource);

    @BeforeEach
    void start() throws Exception {
        GenericWebApplicationContext context = new GenericWebApplicationContext();
        context.registerBean(AuditEntryRepository.class, () -> entries);
        context.registerBean(AuditLog.class, () -> TestAuditLog.log(dataSource, InstantSource.system()));
        context.registerBean(
                HistoryAccess.class,
                () -> new HistoryAccess(null, new UnrestrictedAccess(), new StaticMessageSource()));
        context.registerBean(
                IntegrityBadges.class,
                () -> new IntegrityBadges(
                        new VerificationRepository(JdbcClient.create(dataSource)),
                        TestAuditLog.properties(folder),
                        InstantSource.system()));
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(
                KnownNames.class,
                () -> new KnownNames(TestOwners.on(dataSource, InstantSource.system()), TestOwners.NOBODY));
        new AnnotatedBeanDefinitionReader(context)
                .register(
                        Web.class,
                        Advice.class,
                        HistoryPage.class,
                        HistoryExport.class,
                        HistoryDownloadController.class);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context root = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(root, "spring", new DispatcherServlet(context)).addMapping("/");
        root.getPipeline().addValve(new SignedInAuditor());
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void downloadsACompleteFile() throws Exception {
        HttpResponse<String> answer = download();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(MANY);
    }

    @Test
    void closesTheConnectionOnAFailure() {
        entries.failure = new IllegalStateException("the database went away");
        assertThatThrownBy(this::download).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> download() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/history.jsonl");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static class FailingEntries extends AuditEntryRepository {

        private volatile RuntimeException failure;

        FailingEntries(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public void each(AuditEntryFilter filter, long before, Consumer<StoredAuditEntry> consumer) {
            StoredAuditEntry entry = newest(AuditEntryFilter.ALL).entries().get(0);
            for (int i = 0; i < MANY; i++) {
                consumer.accept(entry);
            }
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** Like the error pages of the application, it would complete every failed response. */
    @ControllerAdvice
    static class Advice {

        @ExceptionHandler
        @ResponseBody
        String handle(Exception e) {
            return "sorry";
        }
    }

    @EnableWebMvc
    static class Web {}

    private static class SignedInAuditor extends ValveBase {

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setUserPrincipal(() -> "auditor");
            getNext().invoke(request, response);
        }
    }
}
