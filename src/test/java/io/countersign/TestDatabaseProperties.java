package io.countersign;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** An application context on a new test database, with a new audit log. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ContextConfiguration(initializers = TestDatabaseProperties.NewDatabase.class)
@TestPropertySource(
        properties = {
            "countersign.audit.key-file=target/record/${random.uuid}/key.pem",
            "countersign.audit.witness-file=target/record/${random.uuid}/witness.json",
            "countersign.audit.directory=target/record/${random.uuid}",
            "countersign.setup.token-file=target/record/${random.uuid}/setup-token",
            // many contexts share the server
            "spring.datasource.hikari.minimum-idle=1"
        })
public @interface TestDatabaseProperties {

    /** Names a new database to the context. */
    final class NewDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            SimpleDriverDataSource database = TestPostgres.running().newCopy();
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.getUrl(),
                            "spring.datasource.username=" + database.getUsername(),
                            "spring.datasource.password=" + database.getPassword())
                    .applyTo(context);
        }
    }
}
