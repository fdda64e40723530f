package hilft.web.feed;

import hilft.forum.question.PostId;
import hilft.forum.question.QuestionQueries;
import hilft.web.faces.Language;
import hilft.web.faces.Routes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Sends the feed that the address names: of a question, a category, a tag, or of all. */
@WebServlet("/permalink/feed")
public class FeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial")
    transient Feeds feeds;

    @Inject
    @SuppressWarnings("serial")
    transient QuestionQueries questions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Feed> feed = find(request);
        if (feed.isEmpty()) {
            response.sendError(isGone(request) ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = feed.get().write();
        response.setContentType("application/atom+xml;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Optional<Feed> find(HttpServletRequest request) {
        Locale locale = Language.of(request);
        String category = Routes.parameter(request, "category");
        String tag = Routes.parameter(request, "tag");
        if (Routes.parameter(request, "id") != null) {
            return question(request).flatMap(id -> feeds.ofQuestion(id, locale));
        }
        if (category != null) {
            return feeds.ofCategory(category, locale);
        }
        return tag == null ? Optional.of(feeds.all(locale)) : feeds.ofTag(tag, locale);
    }

    private boolean isGone(HttpServletRequest request) {
        return question(request).map(PostId::question).filter(questions::isGone).isPresent();
    }

    private static Optional<Long> question(HttpServletRequest request) {
        return Optional.ofNullable(Routes.parameter(request, "id"))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
