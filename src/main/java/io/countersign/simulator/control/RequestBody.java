package io.countersign.simulator.control;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Parses the body of a control request strictly and names invalid fields. */
final class RequestBody {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequestBody() {}

    static <T> T read(byte[] body, Class<T> type) {
        try {
            T value = JSON.readValue(body, type);
            if (value == null) {
                throw new IllegalArgumentException("the body is empty");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException("unknown field: " + path(e), e);
        } catch (DatabindException e) {
            throw new IllegalArgumentException(reason(e), e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the body is not valid JSON", e);
        }
    }

    static <T> List<T> readList(byte[] body, Class<T[]> type) {
        var values = Arrays.asList(read(body, type));
        if (values.contains(null)) {
            throw new IllegalArgumentException("the list holds null");
        }
        return values;
    }

    private static String reason(DatabindException e) {
        var cause = e.getCause();
        if (cause instanceof IllegalArgumentException) {
            return String.valueOf(cause.getMessage());
        }
        return e.getPath().isEmpty() ? "the body does not have the expected form" : "wrong value: " + path(e);
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
