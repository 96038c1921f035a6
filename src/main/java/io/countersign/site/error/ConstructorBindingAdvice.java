package io.countersign.site.error;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Forms are records, filled through their constructors. A parameter such as {@code reason[0]} is none of theirs. */
@ControllerAdvice
class ConstructorBindingAdvice {

    @InitBinder
    void byConstructorAlone(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
