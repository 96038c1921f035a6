package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class UnknownSettingTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(UnknownSettingConfiguration.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "countersign.snyc.every=5m",
                "countersign.sync.evry=5m",
                "countersign.sync.every.x=5m",
                "countersign.second-approval.rule[0].name=external",
                "countersign.demos=true"
            })
    void stopsTheStartForAnUnknownSetting(String setting) {
        application.withPropertyValues(setting).run(context -> assertThat(context)
                .getFailure()
                .isInstanceOf(UnknownSettingException.class)
                .hasMessage("Countersign has no setting " + setting.replaceAll("=.*", "") + "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "countersign.sync.every=5m",
                "countersign.secondApproval.rules[0].name=external",
                "countersign.decision.hold.permission.CONTRIBUTOR=1m",
                "countersign.simulator.port=0",
                "countersigned.by=someone"
            })
    void acceptsItsOwnSettingsInEachSpelling(String setting) {
        application.withPropertyValues(setting).run(context -> assertThat(context)
                .hasNotFailed());
    }

    @Test
    void explainsWhatToDo() {
        var failure = new UnknownSettingException(List.of("countersign.snyc.every"));
        assertThat(new UnknownSettingAnalyzer().analyze(failure).getAction()).contains("configuration.md");
    }
}
