package hilft.web.page.attachment;

import hilft.forum.attachment.AttachmentView;
import hilft.forum.attachment.Attachments;
import hilft.forum.shared.Problem;
import hilft.web.faces.Language;
import hilft.web.faces.ProblemHandler;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.LocalPath;
import hilft.web.page.Typed;
import hilft.web.page.TypedRequest;
import hilft.web.page.Visitor;
import hilft.web.security.RateLimits;
import hilft.web.security.SizeLimits;
import hilft.web.security.TooManyRequests;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Takes the files of a form from a browser without script and shows the same page again: everything typed is still there,
 * the pictures stand at the end of the text, and what was refused is said by name.
 */
@WebServlet("/attachments")
@MultipartConfig(maxRequestSize = SizeLimits.PICTURES, fileSizeThreshold = 1 << 14)
public class AttachingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final int MOST_AT_ONCE = 8;
    private static final int MOST_FILES = 20;
    private static final String PAGE = "page=";
    private static final String BODY = "body";
    private static final String FILES = "picture";

    /** The pages with a form for posts or comments. */
    private static final Set<String> VIEWS = Set.of(
            "/question/ask.xhtml",
            "/question/question.xhtml",
            "/question/edit-question.xhtml",
            "/question/edit-answer.xhtml",
            "/comment/comments.xhtml",
            "/comment/edit-comment.xhtml");

    private final transient Semaphore places = new Semaphore(MOST_AT_ONCE);

    @Inject
    @SuppressWarnings("serial")
    transient Attachments attachments;

    @Inject
    @SuppressWarnings("serial")
    transient Visitor visitor;

    @Inject
    @SuppressWarnings("serial")
    transient RateLimits rateLimits;

    /** Whoever presses reload, or comes back to the address later. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(page(request));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String page = page(request);
        if (!Routes.leads(page, VIEWS)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (places.tryAcquire()) {
            try {
                Routes.forward(page, attach(request), response);
            } catch (IllegalStateException tooLarge) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } finally {
                places.release();
            }
        } else {
            response.setHeader("Retry-After", "5");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** From the query alone, so that nothing of the body is read before it is known where it leads. */
    private static String page(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String asked = query.startsWith(PAGE) ? query.substring(PAGE.length()) : "";
        try {
            return LocalPath.of(URLDecoder.decode(asked, UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            return "/";
        }
    }

    private TypedRequest attach(HttpServletRequest request) throws ServletException, IOException {
        Locale language = Language.of(request);
        List<String> shown = new ArrayList<>();
        List<Typed.Wrong> refused = new ArrayList<>();
        int status = HttpServletResponse.SC_OK;
        boolean signedOut = false;
        List<Part> files = files(request);
        for (Part file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
            try {
                shown.add(take(file).markdown());
            } catch (Problem problem) {
                status = ProblemHandler.status(problem);
                signedOut |= ProblemHandler.isSignedOut(problem);
                refused.add(wrong(file, sentence(problem, language)));
            } catch (TooManyRequests tooOften) {
                status = 429;
                refused.add(wrong(file, Words.in(language, "problem.api.too_many_requests")));
            }
        }
        if (files.size() > MOST_FILES) {
            status = refused.isEmpty() ? 422 : status;
            refused.add(new Typed.Wrong(FILES, "#" + FILES, Words.in(language, "composer.pictures.many")));
        }
        if (shown.isEmpty() && refused.isEmpty()) {
            status = 422;
            refused.add(new Typed.Wrong(FILES, "#" + FILES, Words.in(language, "composer.pictures.none")));
        }
        String said = shown.isEmpty() ? "" : Words.in(language, "composer.pictures.inText", shown.size());
        request.setAttribute(Typed.BEFORE, new Typed.Before(said, signedOut, refused, status));
        return new TypedRequest(request, BODY, shown);
    }

    private static List<Part> files(HttpServletRequest request) throws ServletException, IOException {
        return request.getParts().stream()
                .filter(part -> part.getName().equals(FILES) && part.getSize() > 0)
                .toList();
    }

    private AttachmentView take(Part file) throws IOException {
        long memberId = visitor.viewer().id();
        rateLimits.take(RateLimits.Limit.ATTACH);
        try (InputStream content = file.getInputStream()) {
            return attachments.upload(memberId, file.getSubmittedFileName(), content);
        }
    }

    private static Typed.Wrong wrong(Part file, String sentence) {
        return new Typed.Wrong(FILES, "#" + FILES, file.getSubmittedFileName() + ": " + sentence);
    }

    private static String sentence(Problem problem, Locale language) {
        return problem.errors().stream()
                .map(error -> Words.in(language, "problem." + error.code(), error.min(), error.max()))
                .findFirst()
                .orElseGet(() -> Words.in(language, "problem." + problem.code()));
    }
}
