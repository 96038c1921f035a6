package io.countersign.site.format;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Shows hidden characters on every page, so that no template has to. */
@Component
class VisibleTextDialect extends AbstractDialect implements IPostProcessorDialect {

    VisibleTextDialect() {
        super("visible text");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return 1000;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, VisibleTextHandler.class, 1000));
    }
}
