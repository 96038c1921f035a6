package io.countersign.site.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.countersign.SignedIn;
import io.countersign.TestDatabaseProperties;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tests that a user who opens the address of a form, as after a sign-in, gets to the page of the form. */
@SpringBootTest
@TestDatabaseProperties
@AutoConfigureMockMvc
class FormAddressTests {

    private static final List<String> ROLES = List.of("REVIEWER", "LEAD", "AUDITOR", "ADMIN");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Test
    void redirectsEveryAddressThatOnlyAcceptsAFormToAPage() throws Exception {
        Set<String> pages = paths(RequestMethod.GET);
        Set<String> forms = paths(RequestMethod.POST);
        forms.removeAll(pages);
        assertThat(forms).contains("/proposals/1/answer", "/connections/tests").hasSizeGreaterThan(30);
        for (String form : forms) {
            for (String role : ROLES) {
                MockHttpServletResponse response = open(form, role);
                assertThat(response.getStatus()).as("%s by %s", form, role).isIn(302, 403);
                if (response.getStatus() == 302) {
                    assertThat(response.getRedirectedUrl()).as(form).isIn(pages);
                }
            }
        }
    }

    @Test
    void leadsToTheNearestPageAbove() throws Exception {
        String invitation = "/invitations/" + "0".repeat(32);
        assertThat(open(invitation + "/decisions", "REVIEWER").getRedirectedUrl())
                .isEqualTo(invitation);
        assertThat(open("/proposals/1/answer", "REVIEWER").getRedirectedUrl()).isEqualTo("/proposals");
        assertThat(open("/connections/tests", "ADMIN").getRedirectedUrl()).isEqualTo("/connections");
        assertThat(open("/theme", "AUDITOR").getRedirectedUrl()).isEqualTo("/");
    }

    private MockHttpServletResponse open(String path, String role) throws Exception {
        return mvc.perform(get(path).with(SignedIn.as(role.toLowerCase(), role)))
                .andReturn()
                .getResponse();
    }

    private Set<String> paths(RequestMethod method) {
        Set<String> paths = new TreeSet<>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(method))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(FormAddressTests::path)
                .forEach(paths::add);
        return paths;
    }

    /** Inserts well-formed IDs. */
    private static String path(String pattern) {
        return pattern.replace("/invitations/{id}", "/invitations/" + "0".repeat(32))
                .replaceAll("\\{account(?:Id)?}", "111122223333")
                .replaceAll("\\{[^}]+}", "1");
    }
}
