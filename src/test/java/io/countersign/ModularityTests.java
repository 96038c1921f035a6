package io.countersign;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void allowsOnlyDeclaredModuleDependencies() {
        ApplicationModules.of(CountersignApplication.class).verify();
    }
}
