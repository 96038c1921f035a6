package io.countersign.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.countersign.CountersignApplication;
import io.countersign.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Tests that a start without a usable signing key leaves an external database empty. */
@ExtendWith(OutputCaptureExtension.class)
class KeyBeforeTablesTests {

    private final SimpleDriverDataSource database = TestPostgres.running().empty();

    /** No user can create a directory there, root included. */
    @Test
    void namesAnUnwritableDataDirectoryAndCreatesNoTable(CapturedOutput output) {
        Path data = Path.of("/proc/countersign");
        refuse(
                "--countersign.audit.key-file=" + data.resolve("audit-key.pem"),
                "--countersign.audit.witness-file=" + data.resolve("audit-witness.json"),
                "--countersign.audit.directory=" + data.resolve("checkpoints"));
        assertThat(output.getAll().replaceAll("\\s+", " "))
                .contains("The directory " + data + " cannot be written by user ")
                .contains("countersign.audit.key-file");
        assertRefused(output);
    }

    @Test
    void namesAnInvalidKeyAndCreatesNoTable(CapturedOutput output) {
        refuse("--countersign.audit.key=invalid");
        assertThat(output).contains("countersign.audit.key");
        assertRefused(output);
    }

    private void refuse(String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "--server.port=0";
        args[1] = "--spring.datasource.url=" + database.getUrl();
        args[2] = "--spring.datasource.username=" + database.getUsername();
        args[3] = "--spring.datasource.password=" + database.getPassword();
        System.arraycopy(options, 0, args, 4, options.length);
        assertThat(catchThrowable(() -> SpringApplication.run(CountersignApplication.class, args)))
                .isNotNull();
    }

    private void assertRefused(CapturedOutput output) {
        assertThat(output.getAll())
                .containsOnlyOnce("APPLICATION FAILED TO START")
                .doesNotContain("\tat ");
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from information_schema.tables where table_schema = current_schema()")
                        .query(Integer.class)
                        .single())
                .as("tables")
                .isZero();
    }
}
