package hilft.stack.demo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** A deed names an earlier one as {@code {key}}, whose id is known only when that one is done. */
final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("\\{(question\\.[^{}]+)}");

    private Placeholders() {}

    /** The keys of the deeds that must be done before. */
    static Set<String> in(Deed deed) {
        var keys = new HashSet<String>();
        ToLongFunction<String> collector = key -> {
            keys.add(key);
            return 0;
        };
        fillPath(deed.path(), collector);
        if (deed.body() != null) {
            fill(deed.body(), collector);
        }
        return keys;
    }

    static String fillPath(String path, ToLongFunction<String> ids) {
        return PLACE.matcher(path).replaceAll(place -> Long.toString(ids.applyAsLong(place.group(1))));
    }

    /** A copy in which each text that is nothing but a place has become the id, as a number. */
    static JsonObject fill(JsonObject body, ToLongFunction<String> ids) {
        var filled = new JsonObject();
        body.entrySet().forEach(entry -> filled.add(entry.getKey(), fill(entry.getValue(), ids)));
        return filled;
    }

    private static JsonElement fill(JsonElement value, ToLongFunction<String> ids) {
        if (value.isJsonObject()) {
            return fill(value.getAsJsonObject(), ids);
        }
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
            var place = PLACE.matcher(value.getAsString());
            return place.matches() ? new JsonPrimitive(ids.applyAsLong(place.group(1))) : value;
        }
        return value;
    }
}
