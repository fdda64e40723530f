package hilft.web.api.http;

import hilft.web.api.problem.ApiProblem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** The JSON object of a request, read strictly: a missing field is empty, a field of another type is refused. */
public record Body(String raw, JsonObject json) {

    static final Body EMPTY = new Body("", JsonValue.EMPTY_JSON_OBJECT);

    public String text(String field) {
        return text(field, "");
    }

    /** A text, or the other one where the field is missing. */
    public String text(String field, String otherwise) {
        JsonValue value = json.get(field);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw ApiProblem.wrongType(field);
    }

    public List<String> texts(String field, List<String> otherwise) {
        JsonValue value = json.get(field);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.getValuesAs(JsonString::getString);
        }
        throw ApiProblem.wrongType(field);
    }

    /** A whole number; it has no default, since no number means anything. */
    public long number(String field) {
        if (json.get(field) instanceof JsonNumber number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException broken) {
                throw ApiProblem.wrongType(field);
            }
        }
        throw ApiProblem.wrongType(field);
    }

    /** A list of whole numbers; a missing one is empty. */
    public List<Long> numbers(String field) {
        JsonValue value = json.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array && array.stream().allMatch(JsonNumber.class::isInstance)) {
            try {
                return array.getValuesAs(JsonNumber::longValueExact);
            } catch (ArithmeticException broken) {
                throw ApiProblem.wrongType(field);
            }
        }
        throw ApiProblem.wrongType(field);
    }

    public boolean flag(String field, boolean otherwise) {
        JsonValue value = json.get(field);
        if (value == null) {
            return otherwise;
        }
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw ApiProblem.wrongType(field);
        };
    }

    /** An object inside this one; a missing one is empty. */
    public Body object(String field) {
        JsonValue value = json.get(field);
        if (value == null) {
            return EMPTY;
        }
        if (value instanceof JsonObject object) {
            return new Body(raw, object);
        }
        throw ApiProblem.wrongType(field);
    }

    public boolean has(String field) {
        return json.containsKey(field);
    }
}
