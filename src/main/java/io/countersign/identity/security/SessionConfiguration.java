package io.countersign.identity.security;

import io.countersign.identity.session.SparingSessions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Configures sessions in the database. The database stores only the SHA-256 of a session ID: a reader of the database or of a
 * backup cannot take over a session. An ID has 256 random bits, so the hash needs neither a salt nor a slow algorithm.
 * A session that is older than its longest duration is not found, on any replica.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
class SessionConfiguration {

    private static final int ID_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HASH = "encode(sha256(convert_to(%s, 'UTF8')), 'hex')";
    private static final String HASHED_PARAMETER = HASH.formatted("cast(? as text)");

    private static final String YOUNG = " and S.CREATION_TIME > extract(epoch from now()) * 1000 - %d";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionQueries(SessionProperties properties) {
        String young = YOUNG.formatted(properties.longest().toMillis());
        return sessions -> {
            sessions.setSessionIdGenerator(SessionConfiguration::newId);
            sessions.setCreateSessionQuery("""
                    insert into %TABLE_NAME% (PRIMARY_ID, SESSION_ID, CREATION_TIME, LAST_ACCESS_TIME,
                        MAX_INACTIVE_INTERVAL, EXPIRY_TIME, PRINCIPAL_NAME)
                    values (?, {hash}, ?, ?, ?, ?, ?)""".replace("{hash}", HASHED_PARAMETER));
            sessions.setUpdateSessionQuery("""
                    update %TABLE_NAME% set SESSION_ID = {hash}, LAST_ACCESS_TIME = ?, MAX_INACTIVE_INTERVAL = ?,
                        EXPIRY_TIME = ?, PRINCIPAL_NAME = ?
                    where PRIMARY_ID = ?""".replace("{hash}", HASHED_PARAMETER));
            // the session keeps the ID of the request, because the row does not contain it
            sessions.setGetSessionQuery(
                    """
                    select S.PRIMARY_ID, R.ID as SESSION_ID, S.CREATION_TIME, S.LAST_ACCESS_TIME,
                        S.MAX_INACTIVE_INTERVAL, SA.ATTRIBUTE_NAME, SA.ATTRIBUTE_BYTES
                    from (select cast(? as text) as ID) R
                    join %TABLE_NAME% S on S.SESSION_ID = {hash}
                        {young}
                    left join %TABLE_NAME%_ATTRIBUTES SA on S.PRIMARY_ID = SA.SESSION_PRIMARY_ID""".replace("{hash}", HASH.formatted("R.ID")).replace("{young}", young));
            // Spring Session reads consecutive rows as one session
            sessions.setListSessionsByPrincipalNameQuery("""
                    select S.PRIMARY_ID, S.SESSION_ID, S.CREATION_TIME, S.LAST_ACCESS_TIME, S.MAX_INACTIVE_INTERVAL,
                        SA.ATTRIBUTE_NAME, SA.ATTRIBUTE_BYTES
                    from %TABLE_NAME% S
                    left join %TABLE_NAME%_ATTRIBUTES SA on S.PRIMARY_ID = SA.SESSION_PRIMARY_ID
                    where S.PRINCIPAL_NAME = ?
                        {young}
                    order by S.PRIMARY_ID""".replace("{young}", young));
            // a list of a user's sessions contains hashes, so a session can be ended by its hash too
            sessions.setDeleteSessionQuery("""
                    delete from %TABLE_NAME% using (select cast(? as text) as ID) R
                    where SESSION_ID in (R.ID, {hash}) and MAX_INACTIVE_INTERVAL >= 0""".replace("{hash}", HASH.formatted("R.ID")));
            // two concurrent requests of one session may add the same attribute: the first value stays and neither
            // fails
            sessions.setCreateSessionAttributeQuery("""
                    insert into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
                    values (?, ?, ?)
                    on conflict do nothing""");
        };
    }

    /** Boot configures no repository where there is another bean of this type. */
    @Bean
    static BeanPostProcessor sparingSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof FindByIndexNameSessionRepository<?> stored
                        ? new SparingSessions<>(stored)
                        : bean;
            }
        };
    }

    private static String newId() {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
