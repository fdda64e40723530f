package hilft.web.cache;

import hilft.forum.question.AnswerOrder;
import hilft.forum.question.QuestionFilter;
import hilft.forum.shared.Cursor;
import hilft.rewards.leaderboard.Period;
import hilft.web.faces.Language;
import hilft.web.page.member.Show;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address whose page is shared: its path, and of its query the parameters and values that the page knows, in one order.
 * Whatever else stands in the query is not seen by the page and makes no page of its own.
 *
 * @param questionId of the thread, or 0 for all other pages
 */
record Place(String path, Map<String, String> parameters, long questionId) {

    private static final int LONGEST_NAME = 200;

    private static final String FEED = "/feed\\.atom";

    /** What stands behind a post's id and is a page of its own. */
    private static final String BESIDE = "/(?:revisions|comments)";

    /** {@code sort} is one word for the order of lists and of answers, which know different ones. */
    private static final String ORDER = "answers:sort";

    private static final List<Kind> KINDS = List.of(
            kind("/questions/", "(\\d{1,18})" + BESIDE, "after"),
            kind("/answers/", "\\d{1,18}" + BESIDE, "after"),
            kind("/questions/", "(\\d{1,18})(?:/[a-z0-9-]{1,100})?", ORDER, "after"),
            kind("/questions/", "(\\d{1,18})" + FEED),
            kind("/feed", "\\.atom"),
            kind("/categories/", "[a-z0-9-]{1,60}" + FEED),
            kind("/tags/", "[^/]{1,200}" + FEED),
            kind("/sitemap", "(?:-\\d{1,15})?\\.xml"),
            kind("/opensearch", "\\.xml"),
            kind("/", "", Language.PARAMETER),
            kind("/questions", "", "category", "tag", "state", "sort", "after"),
            kind("/categories/", "[a-z0-9-]{1,60}", "tag", "state", "sort", "after", Language.PARAMETER),
            kind("/tags/", "[^/]{1,200}", "category", "state", "sort", "after"),
            kind("/members/", "[A-Za-z0-9_-]{1,60}", "show", "after"),
            kind("/leaderboard", "", "period"),
            kind("/legal/", "[a-z]{1,20}"));

    /** The shared page that a GET asks for, if it is one. */
    static Optional<Place> of(HttpServletRequest request) {
        String path = request.getRequestURI();
        for (Kind kind : KINDS) {
            if (path.startsWith(kind.start())) {
                Matcher match = kind.path().matcher(path);
                if (match.matches()) {
                    long questionId = match.groupCount() == 1 ? Long.parseLong(match.group(1)) : 0;
                    return Optional.of(new Place(path, parameters(kind, request), questionId));
                }
            }
        }
        return Optional.empty();
    }

    /** What of the query the page knows. */
    private static Map<String, String> parameters(Kind kind, HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : kind.parameters()) {
            String parameter = name.substring(name.indexOf(':') + 1);
            String value = request.getParameter(parameter);
            if (value != null && isKnown(name, value)) {
                parameters.put(parameter, value);
            }
        }
        return parameters;
    }

    /** Any other value shows the page as it is without one. */
    private static boolean isKnown(String name, String value) {
        return switch (name) {
            // there is no page for what is not there
            case "category", "tag" -> !value.isEmpty() && value.length() <= LONGEST_NAME;
            case "state" -> QuestionFilter.State.find(value).isPresent();
            case ORDER -> AnswerOrder.find(value).isPresent();
            case "sort" -> QuestionFilter.Sort.find(value).isPresent();
            case "show" -> Show.find(value).isPresent();
            case "period" -> Period.find(value).isPresent();
            case "after" -> Cursor.decode(value).isPresent();
            case Language.PARAMETER -> Language.chosen(value).isPresent();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Whether whoever gets this has looked at a thread. */
    boolean isThreadRead() {
        return questionId != 0 && !path.endsWith(".atom") && !path.matches("/questions/\\d+" + BESIDE);
    }

    /** The query with the known parameters alone; empty when there are none. */
    String query() {
        if (parameters.isEmpty()) {
            return "";
        }
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    /** Whose changes the page shows. */
    int[] changes() {
        // a sitemap may be a minute old, but names nothing hidden
        if (path.startsWith("/sitemap")) {
            return new int[] {Changes.SITE};
        }
        return questionId == 0
                ? new int[] {Changes.SITE, Changes.LISTS}
                : new int[] {Changes.SITE, Changes.thread(questionId)};
    }

    private static Kind kind(String start, String rest, String... parameters) {
        return new Kind(start, Pattern.compile(start + rest), List.of(parameters));
    }

    /** The start, which holds no sign of a pattern, spares nearly every address the pattern of nearly every kind. */
    private record Kind(String start, Pattern path, List<String> parameters) {}
}
