package io.countersign;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stops the start if a file or an argument sets a property of Countersign that does not exist: a misspelled rule would
 * have no effect. Environment variables and system properties are not checked, because a platform may define variables
 * that begin with the name of the service.
 */
@Configuration(proxyBeanMethods = false)
class UnknownSettingConfiguration {

    private static final ClassPathResource METADATA =
            new ClassPathResource("META-INF/spring-configuration-metadata.json");
    private static final String PREFIX = "countersign.";

    @Bean
    static BeanFactoryPostProcessor unknownSettings(ConfigurableEnvironment environment) {
        return beans -> {
            List<String> unknown = unknown(environment, known());
            if (!unknown.isEmpty()) {
                throw new UnknownSettingException(unknown);
            }
        };
    }

    private static List<String> unknown(ConfigurableEnvironment environment, List<Known> known) {
        return environment.getPropertySources().stream()
                .filter(UnknownSettingConfiguration::isChecked)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> known.stream().noneMatch(each -> each.covers(plain(name))))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isChecked(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource
                && !(source instanceof SystemEnvironmentPropertySource)
                && !(source instanceof PropertiesPropertySource);
    }

    private static List<Known> known() {
        try (InputStream in = METADATA.getInputStream()) {
            JsonNode properties = JsonMapper.shared().readTree(in).get("properties");
            return properties.valueStream().map(Known::of).toList();
        } catch (IOException e) {
            throw new IllegalStateException("The build lacks the metadata of its properties", e);
        }
    }

    /** Spring compares names of properties without dashes and case. */
    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private record Known(String name, boolean hasElements) {

        static Known of(JsonNode property) {
            String type = property.path("type").asString("");
            return new Known(
                    plain(property.get("name").asString()),
                    type.startsWith("java.util.List") || type.startsWith("java.util.Map"));
        }

        boolean covers(String other) {
            return other.equals(name) || hasElements && other.matches("\\Q" + name + "\\E[.\\[].*");
        }
    }
}
