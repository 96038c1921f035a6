package io.countersign.site.layout;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Makes every page a {@link BufferedView}. */
@Component
class BufferedViews implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ThymeleafViewResolver views) {
            views.setViewClass(BufferedView.class);
        }
        return bean;
    }
}
