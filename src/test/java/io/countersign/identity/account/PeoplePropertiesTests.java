package io.countersign.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.identity.Role;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PeoplePropertiesTests {

    static final String HASH =
            "{argon2}$argon2id$v=19$m=19456,t=2,p=1$f5R3Pde5TYjfe2rE70thHA$V1qwueHbMF9P5H8jYa0MeCdVCeHNuoHF+ESFEJIWd1Y";

    final Map<String, String> properties = new HashMap<>(Map.of(
            "countersign.people[0].name", "ann",
            "countersign.people[0].password", HASH,
            "countersign.people[0].roles", "REVIEWER,LEAD"));

    @Test
    void bindsUsers() {
        assertThat(bind().people()).singleElement().satisfies(ann -> {
            assertThat(ann.name()).isEqualTo("ann");
            assertThat(ann.roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.LEAD);
            assertThat(ann).asString().doesNotContain("argon2");
        });
    }

    @Test
    void startsWithoutUsers() {
        properties.clear();
        assertThat(bind().people()).isEmpty();
        assertThat(bind().demo()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2hunter2",
                "{noop}hunter2",
                "{argon2}hunter2",
                "{argon2}$argon2id$v=19$m=19456,t=2,p=1$short",
                "{sha256}hunter2",
                "{bcrypt}$2a$12$hJGNMr31HAevcwUzjih7TOY684s4bX5eWaKKK6B4DBVg2yGIDCbC.",
                "{argon2}$argon2id$v=19$m=1024,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesAnInvalidHashWithoutRepeatingIt(String password) {
        properties.put("countersign.people[0].password", password);
        assertThatThrownBy(this::bind)
                .rootCause()
                .hasMessageContaining("countersign.people[0].password must be a hash")
                .hasMessageContaining("hash-password")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"name,'',must be 1 to 254", "password,'',is missing", "roles,'',must name at least one"})
    void namesAMissingProperty(String property, String value, String message) {
        properties.put("countersign.people[0]." + property, value);
        assertThatThrownBy(this::bind)
                .rootCause()
                .hasMessageStartingWith("countersign.people[0]." + property + " " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ann", ".ann", "a b", "ann<b>", "änn", "аnn", "ann\u200b"})
    void refusesNamesWithUnsafeCharacters(String name) {
        properties.put("countersign.people[0].name", name);
        assertThatThrownBy(this::bind)
                .rootCause()
                .hasMessage("countersign.people[0].name must be 1 to 254 letters A to Z without accents, digits"
                        + " or . _ @ + ' -, and begin with a letter or digit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "System"})
    void refusesTheNameOfTheSystem(String name) {
        properties.put("countersign.people[0].name", name);
        assertThatThrownBy(this::bind)
                .rootCause()
                .hasMessageStartingWith("countersign.people[0].name must not be 'system'");
    }

    @ParameterizedTest
    @CsvSource({
        "ann, are the same name",
        "ANN, are the same name",
        "Ann, are the same name",
        "Iarry, look alike",
        "1arry, look alike"
    })
    void refusesSpellingsAndLookAlikesOfOneName(String other, String problem) {
        add(1, "larry");
        add(2, "bob");
        add(3, other);
        assertThatThrownBy(this::bind)
                .rootCause()
                .hasMessageStartingWith("countersign.people[" + (problem.startsWith("look") ? 1 : 0)
                        + "].name and countersign.people[3].name " + problem);
    }

    @Test
    void acceptsEmailAddressesAsNames() {
        add(1, "pat.o'brien@example.com");
        add(2, "kim+desk@example.com");
        assertThat(bind().people()).hasSize(3);
    }

    private void add(int index, String name) {
        properties.put("countersign.people[" + index + "].name", name);
        properties.put("countersign.people[" + index + "].password", HASH);
        properties.put("countersign.people[" + index + "].roles", "AUDITOR");
    }

    @Test
    void refusesAnUnknownRole() {
        properties.put("countersign.people[0].roles", "KING");
        assertThatThrownBy(this::bind).rootCause().hasMessageContaining("KING");
    }

    private PeopleProperties bind() {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("countersign", PeopleProperties.class);
    }
}
