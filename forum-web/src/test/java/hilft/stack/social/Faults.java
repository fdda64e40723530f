package hilft.stack.social;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The accidents that are still to come, each endpoint's in the order they were ordered. */
final class Faults {
    private static final int MOST_TIMES = 1_000;
    private static final int MOST_SECONDS = 86_400;

    private final List<Fault> pending = new ArrayList<>();

    /** Orders what {@code {"on", "answer", "times", "seconds"}} says; the last two may be missing. */
    Fault order(JsonObject wish) {
        var on = Arrays.stream(Endpoint.values())
                .filter(endpoint -> endpoint.label().equals(text(wish, "on")))
                .findFirst()
                .orElseThrow(() -> XProblem.invalid("on is one of "
                        + Arrays.stream(Endpoint.values()).map(Endpoint::label).collect(Collectors.joining(", "))));
        var answer = Fault.Answer.of(text(wish, "answer"))
                .orElseThrow(() -> XProblem.invalid("answer is one of "
                        + Arrays.stream(Fault.Answer.values())
                                .map(Fault.Answer::label)
                                .collect(Collectors.joining(", "))));
        return order(new Fault(
                on,
                answer,
                number(wish, "times", 1, 1, MOST_TIMES),
                number(wish, "seconds", answer.usualSeconds(), 0, MOST_SECONDS)));
    }

    synchronized Fault order(Fault fault) {
        pending.add(fault);
        return fault;
    }

    synchronized Optional<Fault> next(Endpoint endpoint) {
        for (var i = 0; i < pending.size(); i++) {
            var fault = pending.get(i);
            if (fault.on() == endpoint) {
                if (fault.times() == 1) {
                    pending.remove(i);
                } else {
                    pending.set(i, new Fault(fault.on(), fault.answer(), fault.times() - 1, fault.seconds()));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    synchronized List<Fault> pending() {
        return List.copyOf(pending);
    }

    synchronized void clear() {
        pending.clear();
    }

    JsonArray json() {
        var list = new JsonArray();
        for (var fault : pending()) {
            var json = new JsonObject();
            json.addProperty("on", fault.on().label());
            json.addProperty("answer", fault.answer().label());
            json.addProperty("times", fault.times());
            json.addProperty("seconds", fault.seconds());
            list.add(json);
        }
        return list;
    }

    private static String text(JsonObject wish, String field) {
        return wish.has(field) && wish.get(field).isJsonPrimitive()
                ? wish.get(field).getAsString()
                : "";
    }

    private static int number(JsonObject wish, String field, int usual, int least, int most) {
        if (!wish.has(field)) {
            return usual;
        }
        try {
            var number = wish.get(field).getAsInt();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (RuntimeException noNumber) {
            // said below
        }
        throw XProblem.invalid(field + " is a number from " + least + " to " + most);
    }
}
