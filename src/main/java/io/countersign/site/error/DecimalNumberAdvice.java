package io.countersign.site.error;

import java.util.Locale;
import java.util.function.Function;
import org.springframework.format.Formatter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads numbers in paths and parameters as decimal digits only. Spring itself also reads hexadecimal numbers, signs and
 * spaces, so a page would have several addresses.
 */
@ControllerAdvice
class DecimalNumberAdvice {

    /** With formatters, because Spring asks its own editor about each text that only a converter refuses. */
    @InitBinder
    void useDecimalDigits(WebDataBinder binder) {
        binder.addCustomFormatter(new DecimalFormatter<>(Long::valueOf), long.class, Long.class);
        binder.addCustomFormatter(new DecimalFormatter<>(Integer::valueOf), int.class, Integer.class);
    }

    private record DecimalFormatter<T extends Number>(Function<String, T> parser) implements Formatter<T> {

        @Override
        public T parse(String typed, Locale locale) {
            return parser.apply(DecimalNumber.checked(typed));
        }

        @Override
        public String print(T number, Locale locale) {
            return number.toString();
        }
    }
}
