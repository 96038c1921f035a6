package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the SBOM in the packaged jar. It fails if Maven packaged the jar offline, because the plugin writes none then. */
class SbomTests {

    private static final String SBOM = "META-INF/sbom/application.cdx.json";

    private final JsonNode sbom = read();

    @Test
    void listsTheComponentsOfTheJar() {
        assertThat(sbom.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(components())
                .contains(
                        "org.springframework.boot:spring-boot",
                        "software.amazon.awssdk:wellarchitected",
                        "software.amazon.awssdk:sts",
                        "org.postgresql:postgresql",
                        "org.webjars:bootstrap")
                .hasSizeGreaterThan(50);
    }

    @Test
    void listsNoComponentsOfTheTests() {
        assertThat(components()).doesNotContain("net.jqwik:jqwik", "com.tngtech.archunit:archunit");
    }

    @Test
    void namesVersionLicenseAndHashOfEachComponent() {
        assertThat(sbom.path("components")).allSatisfy(component -> {
            assertThat(component.path("version").asString()).isNotBlank();
            assertThat(component.path("licenses")).as(name(component)).isNotEmpty();
            assertThat(component.path("hashes")).as(name(component)).isNotEmpty();
        });
    }

    private List<String> components() {
        return StreamSupport.stream(sbom.path("components").spliterator(), false)
                .map(SbomTests::name)
                .toList();
    }

    private static String name(JsonNode component) {
        return component.path("group").asString() + ":" + component.path("name").asString();
    }

    private static JsonNode read() {
        try (JarFile jar = new JarFile("target/countersign.jar")) {
            InputStream sbom = jar.getInputStream(
                    Objects.requireNonNull(jar.getEntry(SBOM), "Maven must be online to write " + SBOM));
            return JsonMapper.builder().build().readTree(sbom);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
