package io.countersign.site.error;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Binds form records through their constructors only, so that indexed parameters such as {@code reason[0]} are ignored.
 */
@ControllerAdvice
class ConstructorBindingAdvice {

    @InitBinder
    void useConstructorBinding(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
