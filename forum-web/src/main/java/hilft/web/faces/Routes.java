package hilft.web.faces;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leads each public URL to its view; views themselves have no address of their own. */
public class Routes extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String FEED = "/permalink/feed";
    private static final String SITEMAP = "/permalink/sitemap";

    private static final List<Route> TABLE = List.of(
            route("/", "/home/home.xhtml"),
            route("/feed.atom", FEED),
            route("/categories/{category}/feed.atom", FEED),
            route("/tags/{tag}/feed.atom", FEED),
            route("/questions/{id}/feed.atom", FEED),
            route("/sitemap.xml", SITEMAP),
            route("/sitemap-{part}.xml", SITEMAP),
            route("/questions", "/question/questions.xhtml"),
            route("/questions/{id}/edit", "/question/edit-question.xhtml"),
            route("/questions/{id}/comments", "/comment/comments.xhtml"),
            route("/questions/{id}/revisions", "/question/revisions.xhtml"),
            route("/questions/{id}", "/question/question.xhtml"),
            route("/questions/{id}/{slug}", "/question/question.xhtml"),
            route("/answers/{id}", "/permalink/answer"),
            route("/answers/{id}/edit", "/question/edit-answer.xhtml"),
            route("/answers/{id}/revisions", "/question/revisions.xhtml"),
            route("/answers/{id}/comments", "/comment/comments.xhtml"),
            route("/comments/{id}", "/permalink/comment"),
            route("/comments/{id}/edit", "/comment/edit-comment.xhtml"),
            route("/ask", "/question/ask.xhtml"),
            route("/search", "/search/search.xhtml"),
            route("/categories/{category}", "/question/questions.xhtml"),
            route("/tags/{tag}", "/question/questions.xhtml"),
            route("/members/{handle}", "/member/member.xhtml"),
            route("/mine", "/mine/mine.xhtml"),
            route("/leaderboard", "/leaderboard/leaderboard.xhtml"),
            route("/drafts", "/draft/drafts.xhtml"),
            route("/notifications", "/notification/notifications.xhtml"),
            route("/settings", "/settings/settings.xhtml"),
            route("/flag", "/flag/flag.xhtml"),
            route("/withdraw/{type}/{id}", "/undo/withdraw.xhtml"),
            route("/share", "/share/share.xhtml"),
            route("/desk/link-outs", "/desk/link-outs.xhtml"),
            route("/desk/link-outs/new", "/desk/new-link-out.xhtml"),
            route("/desk/link-outs/{id}", "/desk/link-outs.xhtml"),
            route("/admin/channels", "/admin/channels.xhtml"),
            route("/admin/categories", "/admin/categories.xhtml"),
            route("/admin/categories/new", "/admin/edit-category.xhtml"),
            route("/admin/categories/{category}", "/admin/edit-category.xhtml"),
            route("/admin/tags", "/admin/tags.xhtml"),
            route("/admin/tags/{tag}", "/admin/edit-tag.xhtml"),
            route("/admin/curation", "/admin/curation.xhtml"),
            route("/admin/search", "/admin/search.xhtml"),
            route("/admin/search/index", "/admin/index.xhtml"),
            route("/admin/search/confidence", "/admin/confidence.xhtml"),
            route("/admin/search/synonyms", "/admin/synonyms.xhtml"),
            route("/admin/search/{table}.csv", "/permalink/search-table"),
            route("/moderation", "/moderation/flags.xhtml"),
            route("/moderation/log", "/moderation/log.xhtml"),
            route("/moderation/{action}/{type}/{id}", "/moderation/decide.xhtml"),
            route("/events", "/event/events.xhtml"),
            route("/events/{id}", "/event/event.xhtml"),
            route("/events/{id}/calendar.ics", "/permalink/calendar"),
            route("/marketing", "/permalink/marketing"),
            route("/marketing/events", "/marketing/events.xhtml"),
            route("/marketing/events/new", "/marketing/edit.xhtml"),
            route("/marketing/events/{id}", "/marketing/event.xhtml"),
            route("/marketing/events/{id}/edit", "/marketing/edit.xhtml"),
            route("/marketing/events/{id}/invite", "/marketing/invite.xhtml"),
            route("/marketing/events/{id}/guests", "/marketing/guests.xhtml"),
            route("/marketing/events/{id}/{action}", "/marketing/decide.xhtml"),
            route("/marketing/events/{id}/{action}/{invitation}", "/marketing/decide.xhtml"),
            route("/login-done", "/error/login-done.xhtml"),
            route("/legal/{document}", "/legal/legal.xhtml"));

    /** The address the visitor sees, with its query; forms of a view post back to it. */
    public static final String ADDRESS = "hilft.address";

    private static final String PARAMETERS = "hilft.parameters";

    /** All that a shared page may know of the query, by name; nothing else of it counts. */
    public static final String QUERY = "hilft.query";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<Place> place = find(path);
        if (place.isPresent()) {
            String query = request.getQueryString();
            forward(place.get(), query == null ? path : path + "?" + query, request, response);
        } else if (isView(request.getServletPath())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether the address, with its query if it has one, is that of one of these views. */
    public static boolean leads(String address, Set<String> views) {
        return find(pathOf(address))
                .filter(place -> views.contains(place.view()))
                .isPresent();
    }

    /** Shows the view of another address, which must lead to one, as if this request had been made to it. */
    public static void forward(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        forward(find(pathOf(address)).orElseThrow(), address, request, response);
    }

    private static String pathOf(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private static void forward(Place place, String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(ADDRESS, address);
        request.setAttribute(PARAMETERS, place.parameters());
        // a page tells who reads it and in which language; consoles and errors are stricter by themselves
        if (!response.containsHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-cache");
        request.getRequestDispatcher(place.view()).forward(request, response);
    }

    // The servlet path is decoded and cleaned, so that no way of writing the address gets past this.
    private static boolean isView(String servletPath) {
        return servletPath.endsWith(".xhtml") && !servletPath.startsWith("/jakarta.faces.resource/");
    }

    /** The address of the page a request asked for, with its query; error pages stand under the address that failed. */
    public static String addressOf(HttpServletRequest request) {
        return request.getAttribute(ADDRESS) instanceof String address ? address : "/";
    }

    /** A value from the path of the address, else from its query, else nothing. */
    public static @Nullable String parameter(HttpServletRequest request, String name) {
        // Attributes, not a query on the forward: an injected request is the one before the forward.
        if (request.getAttribute(PARAMETERS) instanceof Map<?, ?> parameters
                && parameters.get(name) instanceof String value) {
            return value;
        }
        if (request.getAttribute(QUERY) instanceof Map<?, ?> known) {
            return known.get(name) instanceof String value ? value : null;
        }
        return request.getParameter(name);
    }

    /** The path of a tag's list. */
    public static String tagUrl(String tag) {
        return UriBuilder.fromPath("/tags").segment(tag).build().toString();
    }

    /** The permalink of a question, an answer or a comment. */
    public static String postUrl(String type, long id) {
        return "/" + type + "s/" + id;
    }

    static Optional<Place> find(String path) {
        String asked = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return TABLE.stream().flatMap(route -> route.match(asked).stream()).findFirst();
    }

    private static Route route(String pattern, String view) {
        Matcher names = Pattern.compile("\\{(\\w+)}").matcher(pattern);
        List<String> parameters = names.results().map(name -> name.group(1)).toList();
        return new Route(Pattern.compile(names.replaceAll("([^/]+)")), parameters, view);
    }

    /** A view and what the path says to it. */
    record Place(String view, Map<String, String> parameters) {}

    private record Route(Pattern pattern, List<String> names, String view) {
        Optional<Place> match(String path) {
            Matcher match = pattern.matcher(path);
            if (!match.matches()) return Optional.empty();
            Map<String, String> parameters = new HashMap<>();
            for (int i = 0; i < names.size(); i++) parameters.put(names.get(i), decoded(match.group(i + 1)));
            return Optional.of(new Place(view, parameters));
        }

        private static String decoded(String segment) {
            try {
                return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException brokenEscape) {
                return segment;
            }
        }
    }
}
