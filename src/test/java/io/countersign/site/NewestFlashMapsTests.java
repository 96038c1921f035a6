package io.countersign.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;

class NewestFlashMapsTests {

    private final NewestFlashMaps maps = new NewestFlashMaps();
    private final HttpSession session = new MockHttpSession();

    @Test
    void showsTheNewestMessageOfAPageAndNoOlderOneLater() {
        save("/invitations/1", "Assigned to you.");
        save("/invitations/1", "Unassigned.");
        assertThat(show("/invitations/1")).isEqualTo("Unassigned.");
        assertThat(show("/invitations/1")).isNull();
    }

    @Test
    void keepsTheMessageOfEachPage() {
        save("/invitations/1", "Assigned to you.");
        save("/invitations/2", "Unassigned.");
        assertThat(show("/invitations/1")).isEqualTo("Assigned to you.");
        assertThat(show("/invitations/2")).isEqualTo("Unassigned.");
    }

    private void save(String page, String text) {
        FlashMap map = new FlashMap();
        map.put("flash", text);
        map.setTargetRequestPath(page);
        maps.saveOutputFlashMap(map, request(page), new MockHttpServletResponse());
    }

    private @Nullable Object show(String page) {
        FlashMap map = maps.retrieveAndUpdate(request(page), new MockHttpServletResponse());
        return map == null ? null : map.get("flash");
    }

    private MockHttpServletRequest request(String page) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", page);
        request.setSession(session);
        return request;
    }
}
