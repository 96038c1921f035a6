package io.countersign.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps only the newest message for each page. After two forms without a page between them, for example after a double
 * click, the message of the first would otherwise appear, and that of the second on a later visit.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class NewestFlashMaps extends SessionFlashMapManager {

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        Map<String, FlashMap> newest = new LinkedHashMap<>();
        maps.forEach(each -> newest.put(each.getTargetRequestPath() + each.getTargetRequestParams(), each));
        super.updateFlashMaps(new ArrayList<>(newest.values()), request, response);
    }
}
