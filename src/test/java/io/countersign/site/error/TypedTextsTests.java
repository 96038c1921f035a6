package io.countersign.site.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Tests which fields of a refused form an error page shows. */
class TypedTextsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern POSTED = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern TEXT_FIELD =
            Pattern.compile("form :: (?:text-field|textarea)\\('(\\w+)'(?![^)]*'password')"
                    + "|<textarea[^>]*\\sname=\"(\\w+)\""
                    + "|<input(?=[^>]*(?:type=\"text\"|autocomplete))(?![^>]*type=\"(?:password|hidden)\")[^>]*\\sname=\"(\\w+)\""
                    + "|<input[^>]*th:field=\"\\*\\{(\\w+)}\"");

    @Test
    void hasALabelForEveryTextFieldOfEveryForm() throws IOException {
        Set<String> fields = new TreeSet<>();
        for (String template : templates()) {
            POSTED.matcher(template)
                    .results()
                    .flatMap(form -> TEXT_FIELD.matcher(form.group()).results())
                    .flatMap(found -> Stream.of(found.group(1), found.group(2), found.group(3), found.group(4)))
                    .filter(name -> name != null)
                    .forEach(fields::add);
        }
        assertThat(fields).contains("reason", "because", "words", "accounts", "delegate", "name", "username");
        assertThat(fields).as("a page never shows a password").doesNotContain("password", "repeated");
        assertThat(ResourceBundle.getBundle("messages.site").keySet())
                .containsAll(fields.stream().map(name -> "site.field." + name).collect(Collectors.toSet()));
    }

    private static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(TypedTextsTests::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showsEveryTextOfAFormButNoPasswordTokenOrHiddenValue() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/owners");
        request.addParameter("name", "Northwind");
        request.addParameter("note", "first", " ", "second");
        for (String hidden : List.of("_csrf", "password", "current-password", "fingerprint")) {
            request.addParameter(hidden, "hidden");
        }
        assertThat(texts().of(request))
                .containsExactly(
                        new TypedText("Name", "Northwind"),
                        new TypedText("Note", "first"),
                        new TypedText("Note", "second"));
        request.setMethod("GET");
        assertThat(texts().of(request)).isEmpty();
    }

    private static TypedTexts texts() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/site");
        return new TypedTexts(messages);
    }
}
