package hilft.web.faces;

import hilft.forum.shared.Problem;
import hilft.web.health.Outage;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A {@link Problem} that no page took care of becomes the error page of its status, or the way to the login. */
public class ProblemHandler extends ExceptionHandlerWrapper {
    private static final Logger LOG = Logger.getLogger(ProblemHandler.class.getName());

    ProblemHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            Throwable thrown = events.next().getContext().getException();
            Optional<Moved> moved = causeIn(thrown, Moved.class);
            Optional<Problem> problem = problemIn(thrown);
            if (moved.isPresent()) {
                lead(moved.get());
                events.remove();
            } else if (causeIn(thrown, Gone.class).isPresent()) {
                answer(HttpServletResponse.SC_GONE);
                events.remove();
            } else if (problem.isPresent()) {
                answer(problem.get());
                events.remove();
            } else if (Outage.isIn(thrown) && !isCommitted()) {
                LOG.log(Level.WARNING, "the database does not answer in time: {0}", String.valueOf(thrown));
                comeAgain();
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean isCommitted() {
        return FacesContext.getCurrentInstance().getExternalContext().isResponseCommitted();
    }

    private static void comeAgain() {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        try {
            external.responseReset();
            external.setResponseHeader("Retry-After", Outage.RETRY_AFTER);
            external.responseSendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, null);
            context.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void lead(Moved moved) {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        external.responseReset();
        external.setResponseStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        external.setResponseHeader("Location", moved.address());
        external.setResponseHeader("Cache-Control", "no-cache");
        context.responseComplete();
    }

    private static void answer(int status) {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        try {
            if (external.isResponseCommitted()) return;
            external.responseReset();
            external.responseSendError(status, null);
            context.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void answer(Problem problem) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        if (!isSignedOut(problem)) {
            answer(status(problem));
        } else if (!external.isResponseCommitted()) {
            external.responseReset();
            String address = String.valueOf(external.getRequestMap().getOrDefault(Routes.ADDRESS, "/"));
            try {
                external.redirect("/login?returnTo=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    public static boolean isSignedOut(Problem problem) {
        return problem.code().equals("member.signed_out");
    }

    public static int status(Problem problem) {
        if (isSignedOut(problem)) return 401;
        return switch (problem.kind()) {
            case INVALID -> 422;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
            case STORAGE_FULL -> 507;
        };
    }

    static Optional<Problem> problemIn(@Nullable Throwable thrown) {
        return causeIn(thrown, Problem.class);
    }

    private static <T> Optional<T> causeIn(@Nullable Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) return Optional.of(type.cast(cause));
        }
        return Optional.empty();
    }
}
