package hilft.web.page.search;

import hilft.forum.question.QuestionFilter.State;
import hilft.forum.search.SearchFilter;
import hilft.forum.search.Since;
import hilft.forum.text.Input;
import hilft.web.faces.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the address of a search says, and the addresses of searches that differ from it in one thing. */
final class SearchAddress {
    private static final String NEWEST = "newest";
    private static final int MOST_VALUES = 10;
    private static final int LONGEST = 300;
    private static final List<String> SEVERAL = List.of("category", "tag", "author");
    private static final List<String> SINGLE = List.of("state", "official", "since", "before", "sort");

    private final String query;
    private final Map<String, List<String>> values;

    private SearchAddress(String query, Map<String, List<String>> values) {
        this.query = query;
        this.values = values;
    }

    /** What cannot be understood is left out. */
    static SearchAddress of(HttpServletRequest request) {
        String typed = Routes.parameter(request, "q");
        String query = typed == null ? "" : typed.strip();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String name : SEVERAL) {
            put(values, name, request.getParameterValues(name));
        }
        for (String name : SINGLE) {
            String value = request.getParameter(name);
            put(values, name, value == null || !isValue(name, value) ? null : new String[] {value});
        }
        return new SearchAddress(Input.start(query, LONGEST), values);
    }

    private static void put(Map<String, List<String>> values, String name, String @Nullable [] given) {
        List<String> kept = given == null
                ? List.of()
                : Arrays.stream(given)
                        .filter(value -> !value.isBlank() && value.length() <= LONGEST)
                        .map(value -> name.equals("tag") ? value.toLowerCase(Locale.ROOT) : value)
                        .distinct()
                        .limit(MOST_VALUES)
                        .toList();
        if (!kept.isEmpty()) {
            values.put(name, kept);
        }
    }

    private static boolean isValue(String name, String value) {
        return switch (name) {
            case "state" -> State.find(value).isPresent();
            case "official" -> value.equals("true");
            case "since" ->
                Since.find(value).isPresent() || SearchFilter.day(value).isPresent();
            case "before" -> SearchFilter.day(value).isPresent();
            default -> value.equals(NEWEST);
        };
    }

    String query() {
        return query;
    }

    boolean newestFirst() {
        return values.containsKey("sort");
    }

    SearchFilter filter() {
        String since = value("since");
        return new SearchFilter(
                values.getOrDefault("category", List.of()),
                values.getOrDefault("tag", List.of()),
                values.getOrDefault("author", List.of()),
                State.find(value("state")).orElse(null),
                values.containsKey("official"),
                Since.find(since).orElse(null),
                SearchFilter.day(since).orElse(null),
                SearchFilter.day(value("before")).orElse(null));
    }

    private @Nullable String value(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /** The parameters that narrow the search, with their values, as a form has to repeat them. */
    List<Map.Entry<String, String>> narrowing() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> Map.entry(entry.getKey(), value)))
                .toList();
    }

    boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** The value in the place of what the parameter says now. */
    String with(String name, String value) {
        return url(query, changed(name, List.of(value)), null);
    }

    /** The value beside those that the parameter has. */
    String plus(String name, String value) {
        List<String> more = new ArrayList<>(values.getOrDefault(name, List.of()));
        more.add(value);
        return url(query, changed(name, more), null);
    }

    String without(String name, String value) {
        List<String> rest = new ArrayList<>(values.getOrDefault(name, List.of()));
        rest.remove(value);
        return url(query, changed(name, rest), null);
    }

    /** The same words without anything that narrows them. */
    String wide() {
        return url(query, Map.of(), null);
    }

    /** The same narrowing of other words. */
    String of(String words) {
        return url(words, values, null);
    }

    /** Another page of the same list; null is the first. */
    String page(@Nullable String after) {
        return url(query, values, after);
    }

    private Map<String, List<String>> changed(String name, List<String> now) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(name, now);
        return changed;
    }

    private static String url(String words, Map<String, List<String>> values, @Nullable String after) {
        UriBuilder url = UriBuilder.fromPath("/search");
        List<Object> filled = new ArrayList<>();
        if (!words.isEmpty()) {
            url.queryParam("q", "{q}");
            filled.add(words);
        }
        values.forEach((name, all) -> {
            for (String value : all) {
                url.queryParam(name, "{" + name + filled.size() + "}");
                filled.add(value);
            }
        });
        if (after != null) {
            url.queryParam("after", "{after}");
            filled.add(after);
        }
        return url.build(filled.toArray()).toString();
    }
}
