package hilft.web.faces;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Leads each public URL to its view; views themselves have no address of their own. */
public class Routes extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final List<Route> TABLE = List.of(
            route("/", "/home/home.xhtml"),
            route("/questions", "/question/questions.xhtml"),
            route("/questions/{id}/edit", "/question/edit-question.xhtml"),
            route("/questions/{id}", "/question/question.xhtml"),
            route("/questions/{id}/{slug}", "/question/question.xhtml"),
            route("/answers/{id}", "/permalink/answer"),
            route("/answers/{id}/edit", "/question/edit-answer.xhtml"),
            route("/ask", "/question/ask.xhtml"),
            route("/search", "/search/search.xhtml"),
            route("/categories/{category}", "/question/questions.xhtml"),
            route("/tags/{tag}", "/question/questions.xhtml"),
            route("/members/{handle}", "/member/member.xhtml"),
            route("/leaderboard", "/leaderboard/leaderboard.xhtml"),
            route("/notifications", "/notification/notifications.xhtml"),
            route("/settings", "/settings/settings.xhtml"),
            route("/flag", "/flag/flag.xhtml"),
            route("/moderation", "/moderation/flags.xhtml"),
            route("/moderation/log", "/moderation/log.xhtml"),
            route("/moderation/{action}/{type}/{id}", "/moderation/decide.xhtml"),
            route("/login-done", "/error/login-done.xhtml"),
            route("/legal/{document}", "/legal/legal.xhtml"));

    /** The address the visitor sees, with its query; forms of a view post back to it. */
    static final String ADDRESS = "hilft.address";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<String> view = viewOf(path);
        if (view.isPresent()) {
            String query = request.getQueryString();
            request.setAttribute(ADDRESS, query == null ? path : path + "?" + query);
            request.getRequestDispatcher(view.get()).forward(request, response);
        } else if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The address of the page a request asked for, with its query; error pages stand under the address that failed. */
    public static String addressOf(HttpServletRequest request) {
        return request.getAttribute(ADDRESS) instanceof String address ? address : "/";
    }

    static Optional<String> viewOf(String path) {
        String asked = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return TABLE.stream().flatMap(route -> route.viewOf(asked).stream()).findFirst();
    }

    private static Route route(String pattern, String view) {
        Matcher names = Pattern.compile("\\{(\\w+)}").matcher(pattern);
        List<String> parameters = names.results().map(name -> name.group(1)).collect(Collectors.toList());
        return new Route(Pattern.compile(names.replaceAll("([^/]+)")), parameters, view);
    }

    private record Route(Pattern pattern, List<String> parameters, String view) {
        Optional<String> viewOf(String path) {
            Matcher match = pattern.matcher(path);
            if (!match.matches()) return Optional.empty();
            StringBuilder target = new StringBuilder(view);
            for (int i = 0; i < parameters.size(); i++) {
                target.append(i == 0 ? '?' : '&').append(parameters.get(i)).append('=');
                target.append(encoded(match.group(i + 1)));
            }
            return Optional.of(target.toString());
        }

        private static String encoded(String segment) {
            String plain;
            try {
                plain = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException brokenEscape) {
                plain = segment;
            }
            return URLEncoder.encode(plain, StandardCharsets.UTF_8);
        }
    }
}
