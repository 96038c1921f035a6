package io.countersign.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.connection.AccountId;
import io.countersign.connection.Connection;
import io.countersign.connection.Region;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.server.ResponseStatusException;

class AccountNameResolverTests {

    private final AccountNameResolver names = new AccountNameResolver(() -> List.of(
            connection("111122223333", "Retail"),
            connection("222233334444", "Retail test"),
            connection("333344445555", "Logistics")));

    @ParameterizedTest
    @CsvSource({
        "111122223333, 111122223333",
        "1111 2222 3333, 111122223333",
        "999988887777, 999988887777",
        "Logistics, 333344445555",
        "LOGIS, 333344445555",
        "retail, 111122223333",
        "l test, 222233334444",
        "12, 12"
    })
    void resolvesANameToTheId(String typed, String account) {
        assertThat(names.resolve(Map.of("account", typed, "text", "x")))
                .isEqualTo(Map.of("account", account, "text", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ret", "t"})
    void refusesAmbiguousNames(String typed) {
        assertThatThrownBy(() -> names.resolve(Map.of("account", typed)))
                .isInstanceOfSatisfying(ResponseStatusException.class, e -> assertThat(e.getReason())
                        .startsWith("account: several"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Payroll", "<b>", "%"})
    void refusesUnknownNames(String typed) {
        assertThatThrownBy(() -> names.resolve(Map.of("account", typed)))
                .isInstanceOfSatisfying(ResponseStatusException.class, e -> assertThat(e.getReason())
                        .startsWith("account: no connected account"));
    }

    @Test
    void ignoresAnEmptyField() {
        assertThat(names.resolve(Map.of("account", " "))).isEqualTo(Map.of("account", " "));
    }

    private static Connection connection(String account, String name) {
        return new Connection(new AccountId(account), name, "aws", null, null, null, List.of(new Region("eu-west-1")));
    }
}
