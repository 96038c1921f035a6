package io.countersign.site.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.spring6.view.ThymeleafView;

/**
 * Sends a page when all of it is rendered, so that a page that fails half-way becomes an error page. Thymeleaf can do
 * so too, but collects the page in one text that doubles: two objects of more than half a region of a small heap.
 */
class BufferedView extends ThymeleafView {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        super.render(model, request, page);
        page.copyBodyToResponse();
    }
}
