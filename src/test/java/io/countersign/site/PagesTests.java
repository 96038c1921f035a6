package io.countersign.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Every page renders, says all its words, and carries nothing that the Content-Security-Policy would refuse. */
@WebMvcTest(SamplePages.class)
@AutoConfigureMockMvc(addFilters = false)
@Import(DeskDialect.class)
class PagesTests {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sample/queue",
                "/sample/queue?empty=NONE",
                "/sample/queue?empty=BLIND",
                "/sample/queue?empty=FILTERED",
                "/sample/queue?empty=UNCONFIGURED",
                "/sample/review",
                "/sample/review?refused=1",
                "/sample/review?may=false",
                "/sample/decision",
                "/sample/decision?state=UNKNOWN"
            })
    void rendersWithAllItsWords(String path) throws Exception {
        String page = html(path);
        assertThat(page)
                .contains("</html>")
                .doesNotContain("??")
                .contains("<title>")
                .contains("lang=\"en\"");
        assertThat(page).doesNotContainPattern("\\sstyle=|\\son[a-z]+=|<style|javascript:|th:");
        assertThat(page.split("<main", -1)).hasSize(2);
    }

    @Test
    void showsNamesAsTextOnly() throws Exception {
        assertThat(html("/sample/queue")).contains("&lt;b&gt;beta&lt;/b&gt;").doesNotContain("<b>beta");
    }

    @Test
    void showsUnknownWordsAsTheyCameAndSaysWhatIsAbsent() throws Exception {
        assertThat(html("/sample/queue")).contains("GALAXY", "OWNER", "not given", "(no name given)");
    }

    @Test
    void refusedFormSaysSoInTitleSummaryAndField() throws Exception {
        String page = html("/sample/review?refused=1&reason=short");
        assertThat(page).contains("<title>Error: payments-core-production · Countersign</title>");
        assertThat(page)
                .contains("href=\"#reason\"", "id=\"reason-error\"", "aria-describedby=\"reason-error reason-hint\"");
        assertThat(page).contains(">short</textarea>");
    }

    @Test
    void nothingIsPreselected() throws Exception {
        assertThat(html("/sample/review")).contains("value=\"ACCEPT\"").doesNotContain("checked");
    }

    private String html(String path) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        MockMvcRequestBuilders.get(path).principal(() -> "lead"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
