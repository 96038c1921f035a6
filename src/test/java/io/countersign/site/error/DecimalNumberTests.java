package io.countersign.site.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

class DecimalNumberTests {

    private final MockMvc mvc = standaloneSetup(new Numbers())
            .setControllerAdvice(new DecimalNumberAdvice())
            .setConversionService(conversions())
            .build();

    @Controller
    static class Numbers {

        @GetMapping("/id/{id}")
        @ResponseBody
        String id(@PathVariable long id) {
            return String.valueOf(id);
        }

        @GetMapping("/page")
        @ResponseBody
        String page(@RequestParam(defaultValue = "1") int page) {
            return String.valueOf(page);
        }

        @GetMapping("/optional")
        @ResponseBody
        String optional(@RequestParam(required = false) @Nullable Long id) {
            return String.valueOf(id);
        }

        @GetMapping("/list")
        @ResponseBody
        String list(@RequestParam List<@Nullable Long> ids) {
            return String.valueOf(ids);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x1",
                "0X1",
                "%230x1",
                "-0x1",
                "+1",
                "-1",
                "%201",
                "1%20",
                "1.0",
                "1e3",
                "%D9%A1",
                "9223372036854775808"
            })
    void refusesEverythingButDecimalDigits(String typed) throws Exception {
        for (String path : List.of("/id/", "/page?page=", "/optional?id=", "/list?ids=2&ids=")) {
            assertThat(open(path + typed).getStatus()).as(path + typed).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "010"})
    void readsDecimalDigits(String typed) throws Exception {
        String number = String.valueOf(Integer.parseInt(typed));
        assertThat(open("/id/" + typed).getContentAsString()).isEqualTo(number);
        assertThat(open("/page?page=" + typed).getContentAsString()).isEqualTo(number);
        assertThat(open("/optional?id=" + typed).getContentAsString()).isEqualTo(number);
        assertThat(open("/list?ids=" + typed + ",3").getContentAsString()).isEqualTo("[" + number + ", 3]");
    }

    @Test
    void takesAnEmptyParameterAsMissing() throws Exception {
        assertThat(open("/page?page=").getContentAsString()).isEqualTo("1");
        assertThat(open("/optional?id=").getContentAsString()).isEqualTo("null");
        assertThat(open("/id/9223372036854775807").getContentAsString()).isEqualTo("9223372036854775807");
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(URI.create(path))).andReturn().getResponse();
    }

    private static DefaultFormattingConversionService conversions() {
        DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();
        conversions.addConverter(new DecimalNumber());
        return conversions;
    }
}
