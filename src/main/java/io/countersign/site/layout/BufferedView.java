package io.countersign.site.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FastByteArrayOutputStream;
import org.thymeleaf.spring6.view.ThymeleafView;

/**
 * Sends a page when all of it is rendered, so that a page that fails half-way becomes an error page. Thymeleaf can do
 * so too, but collects the page in one text that doubles: two objects of more than half a region of a small heap.
 */
class BufferedView extends ThymeleafView {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Page page = new Page(response);
        super.render(model, request, page);
        page.send();
    }

    /** A response that collects its text in pieces. */
    private static final class Page extends HttpServletResponseWrapper {

        private final FastByteArrayOutputStream content = new FastByteArrayOutputStream(8192);
        private final PrintWriter writer =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(content, StandardCharsets.UTF_8)));

        Page(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        void send() throws IOException {
            writer.flush();
            getResponse().setContentLength(content.size());
            content.writeTo(getResponse().getOutputStream());
        }
    }
}
