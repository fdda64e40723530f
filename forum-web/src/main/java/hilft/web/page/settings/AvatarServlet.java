package hilft.web.page.settings;

import hilft.forum.attachment.Avatars;
import hilft.forum.shared.Problem;
import hilft.web.faces.Language;
import hilft.web.faces.ProblemHandler;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Takes the picture that stands for a member, or takes it off, and shows the settings again: what became of it is said
 * there, and everything typed is still there.
 */
@WebServlet("/avatar")
@MultipartConfig(maxRequestSize = SizeLimits.AVATAR, fileSizeThreshold = 1 << 14)
public class AvatarServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final int MOST_AT_ONCE = 8;
    private static final String SETTINGS = "/settings";
    private static final String FIELD = "avatar";

    private final transient Semaphore places = new Semaphore(MOST_AT_ONCE);

    @Inject
    @SuppressWarnings("serial")
    transient Avatars avatars;

    @Inject
    @SuppressWarnings("serial")
    transient Visitor visitor;

    @Inject
    @SuppressWarnings("serial")
    transient RateLimits rateLimits;

    /** Whoever presses reload, or comes back to the address later. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(SETTINGS);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "5");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            change(request, response);
        } catch (IllegalStateException tooLarge) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } finally {
            places.release();
        }
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Locale language = Language.of(request);
        try {
            long memberId = visitor.viewer().id();
            rateLimits.take(RateLimits.Limit.ATTACH);
            Part file = request.getPart(FIELD);
            if (request.getPart("remove") != null) {
                avatars.takeOff(memberId);
            } else if (file == null || file.getSize() == 0) {
                refuse(Words.in(language, "composer.pictures.none"), 422, false, request, response);
                return;
            } else {
                try (InputStream content = file.getInputStream()) {
                    avatars.wear(memberId, content);
                }
            }
            visitor.lookAgain();
            String said = Words.in(language, "settings.avatar.done");
            show(new Typed.Before(said, false, List.of(), HttpServletResponse.SC_OK), request, response);
        } catch (Problem problem) {
            boolean signedOut = ProblemHandler.isSignedOut(problem);
            refuse(sentence(problem, language), ProblemHandler.status(problem), signedOut, request, response);
        } catch (TooManyRequests tooOften) {
            refuse(Words.in(language, "problem.api.too_many_requests"), 429, false, request, response);
        }
    }

    private static void refuse(
            String sentence, int status, boolean signedOut, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        List<Typed.Wrong> wrong = List.of(new Typed.Wrong(FIELD, "#" + FIELD, sentence));
        show(new Typed.Before("", signedOut, signedOut ? List.of() : wrong, status), request, response);
    }

    private static void show(Typed.Before before, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(Typed.BEFORE, before);
        Routes.forward(SETTINGS, new TypedRequest(request), response);
    }

    private static String sentence(Problem problem, Locale language) {
        return problem.errors().stream()
                .map(error -> Words.in(language, "problem." + error.code(), error.min(), error.max()))
                .findFirst()
                .orElseGet(() -> Words.in(language, "problem." + problem.code()));
    }
}
