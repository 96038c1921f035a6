package io.countersign;

import io.countersign.audit.RecordedState;
import io.countersign.authority.EffectiveValues;
import io.countersign.connection.ConnectionVerification;
import io.countersign.identity.RecordedUsers;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the state that verification compares with the audit log. */
@Configuration(proxyBeanMethods = false)
class RecordedStateConfiguration {

    static final List<RecordedState> ALL =
            List.of(EffectiveValues::unrecorded, ConnectionVerification::unrecorded, RecordedUsers::unrecorded);

    @Bean
    RecordedState recordedConfirmations() {
        return ALL.get(0);
    }

    @Bean
    RecordedState recordedVerifications() {
        return ALL.get(1);
    }

    @Bean
    RecordedState recordedUsers() {
        return ALL.get(2);
    }
}
