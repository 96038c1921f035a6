package io.countersign.site.format;

import io.countersign.input.VisibleText;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;

/**
 * Shows hidden characters in the texts and attributes of a page. Values of fields stay unchanged, because they come back
 * with the form.
 */
public final class VisibleTextHandler extends AbstractTemplateHandler {

    private static final String TYPED_ELEMENT = "textarea";
    private static final String TYPED_ATTRIBUTE = "value";

    private boolean typed;

    @Override
    public void handleText(IText text) {
        String given = text.getText();
        String shown = typed ? given : VisibleText.of(given);
        super.handleText(
                shown.equals(given) ? text : getContext().getModelFactory().createText(shown));
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        super.handleStandaloneElement(visible(tag));
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        typed |= TYPED_ELEMENT.equals(tag.getElementCompleteName());
        super.handleOpenElement(visible(tag));
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        typed &= !TYPED_ELEMENT.equals(tag.getElementCompleteName());
        super.handleCloseElement(tag);
    }

    private <T extends IProcessableElementTag> T visible(T tag) {
        T shown = tag;
        for (IAttribute attribute : tag.getAllAttributes()) {
            String value = attribute.getValue();
            if (value != null && !TYPED_ATTRIBUTE.equals(attribute.getAttributeCompleteName())) {
                String visible = VisibleText.of(value);
                shown = visible.equals(value)
                        ? shown
                        : getContext()
                                .getModelFactory()
                                .setAttribute(shown, attribute.getAttributeCompleteName(), visible);
            }
        }
        return shown;
    }
}
