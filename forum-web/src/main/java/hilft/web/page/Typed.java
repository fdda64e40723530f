package hilft.web.page;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import hilft.web.faces.ProblemHandler;
import hilft.web.faces.Words;
import hilft.web.security.TooManyRequests;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What became of the form that was sent: a refused one is shown again with its text and what is wrong with it. */
@Named("form")
@RequestScoped
public class Typed {
    /** The name of the request attribute of {@link Before}. */
    public static final String BEFORE = "hilft.form.before";

    @Inject
    Words words;

    @Inject
    HttpServletRequest request;

    private static final int UNPROCESSABLE = 422;

    private String said = "";
    private String problem = "";
    private String code = "";
    private boolean signedOut;
    private List<Wrong> errors = List.of();

    @PostConstruct
    void takeOver() {
        if (request.getAttribute(BEFORE) instanceof Before before) {
            said = before.said();
            signedOut = before.signedOut();
            if (!signedOut && !before.errors().isEmpty()) {
                errors = before.errors();
                problem = words.of("form.problem", errors.size());
            }
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(before.status());
        }
    }

    /** Does what was asked and leads to the address it gives; if a use case refuses, the page stays. */
    public void send(Supplier<String> useCase) {
        attempt(useCase).ifPresent(target -> {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            try {
                external.redirect(target);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    /** Does what was asked and says the sentence it gives above the form, which stays as it is either way. */
    public void stay(Supplier<String> useCase) {
        attempt(useCase).ifPresent(this::say);
    }

    private Optional<String> attempt(Supplier<String> useCase) {
        try {
            return Optional.of(useCase.get());
        } catch (Problem refused) {
            refuse(refused);
        } catch (TooManyRequests tooMany) {
            refuse(tooMany);
        }
        return Optional.empty();
    }

    /** Says a sentence above the form, which stays as it is. */
    public void say(String sentence) {
        said = sentence;
    }

    private void refuse(TooManyRequests tooMany) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.setResponseStatus(429);
        external.setResponseHeader("Retry-After", String.valueOf(tooMany.retryAfterSeconds()));
        code = "too_many_requests";
        problem = words.of("form.tooMany", (tooMany.retryAfterSeconds() + 59) / 60);
    }

    private void refuse(Problem refused) {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(ProblemHandler.status(refused));
        code = refused.code();
        signedOut = ProblemHandler.isSignedOut(refused);
        if (signedOut) return;
        // Going back and sending another text under the same hidden key: the key is nothing people know of.
        if (code.equals("idempotency.key_reused")) {
            problem = words.of("form.sentBefore");
            return;
        }
        errors = refused.errors().stream().map(this::wrong).toList();
        if (isStale()) problem = words.of("form.stale");
        else if (errors.isEmpty()) problem = words.of("problem." + code);
        else problem = words.of("form.problem", errors.size());
    }

    private Wrong wrong(FieldError error) {
        return new Wrong(
                error.field(), "#" + error.field(), words.of("problem." + error.code(), error.min(), error.max()));
    }

    /** Faces asks no use case when a choice was sent that its list does not have. */
    private void lookForUnknownChoices() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!problem.isEmpty() || !faces.isValidationFailed()) return;
        List<Wrong> unknown = new ArrayList<>();
        faces.getClientIdsWithMessages().forEachRemaining(field -> {
            if (field != null) unknown.add(new Wrong(field, "#" + field, words.of("form.unknownChoice")));
        });
        errors = List.copyOf(unknown);
        problem = words.of("form.problem", Math.max(1, errors.size()));
        faces.getExternalContext().setResponseStatus(UNPROCESSABLE);
    }

    /** What has been done on the way and is worth a sentence, or nothing. */
    public String getSaid() {
        return said;
    }

    public boolean isRefused() {
        lookForUnknownChoices();
        return signedOut || !problem.isEmpty();
    }

    public boolean isSignedOut() {
        return signedOut;
    }

    public boolean isStale() {
        return code.endsWith(".stale");
    }

    /** One sentence for the whole form, or nothing. */
    public String getProblem() {
        lookForUnknownChoices();
        return problem;
    }

    public List<Wrong> getErrors() {
        lookForUnknownChoices();
        return errors;
    }

    /** What is wrong with a field, or nothing. */
    public String error(String field) {
        lookForUnknownChoices();
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(Wrong::message)
                .findFirst()
                .orElse("");
    }

    /** What became of a form before its page was shown, as a request attribute named {@link #BEFORE}. */
    public record Before(String said, boolean signedOut, List<Wrong> errors, int status) {
        public Before {
            errors = List.copyOf(errors);
        }
    }

    /** One wrong field with its message and the link that leads to it. */
    public record Wrong(String field, String anchor, String message) {}
}
