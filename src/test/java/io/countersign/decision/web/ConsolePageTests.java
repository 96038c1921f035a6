package io.countersign.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connection.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsolePageTests {

    @ParameterizedTest
    @CsvSource({
        "aws, eu-west-1, https://eu-west-1.console.aws.amazon.com/wellarchitected/home?region=eu-west-1",
        "aws-cn, cn-north-1, https://cn-north-1.console.amazonaws.cn/wellarchitected/home?region=cn-north-1",
        "aws-us-gov, us-gov-west-1, https://us-gov-west-1.console.amazonaws-us-gov.com/wellarchitected/home?region=us-gov-west-1",
    })
    void linksToTheConsoleOfThePartition(String partition, String region, String page) {
        assertThat(ConsolePage.of(partition, new Region(region))).hasToString(page);
    }
}
