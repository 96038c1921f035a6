package io.countersign.site.format;

import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives every template the {@link TemplateFormat} as {@code #format}. */
@Component
public class TemplateFormatDialect extends AbstractDialect
        implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final String NAME = "format";

    private final InstantSource clock;
    private final MessageSource messages;

    TemplateFormatDialect(InstantSource clock, MessageSource messages) {
        super(NAME);
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(NAME);
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return NAME.equals(name)
                ? new TemplateFormat(clock, new MessageSourceAccessor(messages, context.getLocale()))
                : null;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
