package io.countersign.identity.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Configures sessions in the database for concurrent requests. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Lets two concurrent requests of one session add the same attribute: the first value stays and neither fails. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesOnce() {
        return sessions -> sessions.setCreateSessionAttributeQuery("""
                insert into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
                values (?, ?, ?)
                on conflict do nothing""");
    }
}
