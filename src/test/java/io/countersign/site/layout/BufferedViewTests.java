package io.countersign.site.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class BufferedViewTests {

    private static final String START = "a".repeat(100_000);

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void sendsNothingOfAPageThatFails() {
        assertThatThrownBy(() -> render("<p th:text=\"${start}\"></p><p th:text=\"${user.name}\">lead</p>"))
                .isInstanceOf(TemplateProcessingException.class);
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void sendsTheWholePage() throws Exception {
        render("<p th:text=\"${start}\"></p><p th:text=\"${user}\">lead</p>");
        assertThat(response.getContentAsString()).isEqualTo("<p>" + START + "</p><p>Åsa</p>");
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
    }

    private void render(String template) throws Exception {
        StaticWebApplicationContext application = new StaticWebApplicationContext();
        application.setServletContext(new MockServletContext());
        application.refresh();
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setApplicationContext(application);
        views.setCharacterEncoding("UTF-8");
        new BufferedViews().postProcessAfterInitialization(views, "views");
        MockHttpServletRequest request = new MockHttpServletRequest(application.getServletContext());
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, application);
        views.resolveViewName(template, Locale.ENGLISH)
                .render(Map.of("start", START, "user", "Åsa"), request, response);
    }
}
