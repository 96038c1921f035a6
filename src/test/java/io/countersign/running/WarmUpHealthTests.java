package io.countersign.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.PageTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Tests what the health endpoints answer while a replica is not ready, as operations.md describes it. */
@PageTest
class WarmUpHealthTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @AfterEach
    void accept() {
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void onlyLivenessIsUpUntilTheReplicaIsReady() throws Exception {
        assertThat(status("")).isEqualTo(200);

        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);

        assertThat(status("")).isEqualTo(503);
        assertThat(status("/readiness")).isEqualTo(503);
        assertThat(status("/liveness")).isEqualTo(200);
    }

    private int status(String part) throws Exception {
        return mvc.perform(get("/actuator/health" + part))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
