package hilft.web.cache;

import hilft.web.faces.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that tells only what the shared page may depend on. */
final class SharedRequest extends HttpServletRequestWrapper {
    private final Place place;

    SharedRequest(HttpServletRequest request, Place place) {
        super(request);
        this.place = place;
        // beans are given the request before this one
        request.setAttribute(Routes.QUERY, place.parameters());
    }

    @Override
    public @Nullable String getQueryString() {
        String query = place.query();
        return query.isEmpty() ? null : query;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return place.parameters().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(place.parameters().keySet());
    }

    @Override
    @SuppressWarnings("NullAway")
    public String @Nullable [] getParameterValues(String name) {
        String value = getParameter(name);
        return value == null ? null : new String[] {value};
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new HashMap<>();
        place.parameters().forEach((name, value) -> all.put(name, new String[] {value}));
        return all;
    }
}
