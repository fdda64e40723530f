package hilft.web.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as it was typed, without its files, so that a page can show it again. */
public final class TypedRequest extends HttpServletRequestWrapper {

    private final Map<String, String[]> fields = new LinkedHashMap<>();

    public TypedRequest(HttpServletRequest request) throws ServletException, IOException {
        this(request, "", List.of());
    }

    /** The same with more at the end of one of its fields. */
    public TypedRequest(HttpServletRequest request, String field, List<String> more)
            throws ServletException, IOException {
        super(request);
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (Part part : request.getParts()) {
            if (part.getSubmittedFileName() == null) {
                typed.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(text(part));
            }
        }
        if (!more.isEmpty()) {
            String text = typed.getOrDefault(field, List.of("")).get(0).stripTrailing();
            typed.put(field, List.of((text.isEmpty() ? "" : text + "\n\n") + String.join("\n\n", more) + "\n"));
        }
        typed.forEach((name, values) -> fields.put(name, values.toArray(new String[0])));
    }

    private static String text(Part part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Its files are gone, and what is left is a form like any other. */
    @Override
    public String getContentType() {
        return "application/x-www-form-urlencoded";
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    @SuppressWarnings("NullAway")
    public String @Nullable [] getParameterValues(String name) {
        return fields.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }
}
