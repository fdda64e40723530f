package hilft.web.page.share;

import hilft.forum.question.PostType;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.web.faces.Routes;
import hilft.web.page.Ids;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** All ways to share a post, and the question for one's Mastodon server. */
@Named
@RequestScoped
public class SharePage {
    private static final int UNPROCESSABLE = 422;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    QuestionQueries questions;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    private String type = "";
    private long id;
    private String typed = "";
    private @Nullable String server;
    private @Nullable QuestionItem question;
    private @Nullable ShareLinks links;

    @PostConstruct
    void read() {
        id = Ids.of(Routes.parameter(request, "id"));
        type = PostType.QUESTION.label().equals(Routes.parameter(request, "type"))
                ? PostType.QUESTION.label()
                : PostType.ANSWER.label();
        question = questions
                .find(questionId(), visitor.viewer())
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN))
                .item();
        links = new ShareLinks(baseUrl + getPath(), question.title());
        String given = Routes.parameter(request, "server");
        if (given != null) {
            typed = given;
            server = MastodonServer.of(given).orElse(null);
            if (server == null) {
                FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(UNPROCESSABLE);
            }
        }
    }

    private long questionId() {
        return PostType.QUESTION.label().equals(type)
                ? id
                : questions
                        .findAnswer(id, visitor.viewer())
                        .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER))
                        .questionId();
    }

    public QuestionItem getQuestion() {
        return Objects.requireNonNull(question);
    }

    public ShareLinks getLinks() {
        return Objects.requireNonNull(links);
    }

    public String getType() {
        return type;
    }

    public long getId() {
        return id;
    }

    /** The post's own path, which stays whatever its title becomes. */
    public String getPath() {
        return Routes.postUrl(type, id);
    }

    /** What was typed as one's server. */
    public String getServer() {
        return typed;
    }

    public boolean isServerUnknown() {
        return !typed.isEmpty() && server == null;
    }

    /** Where Mastodon takes the post over, or nothing while the server is not known. */
    public String getMastodon() {
        return server == null
                ? ""
                : ShareLinks.mastodon(server, getLinks().url(), getQuestion().title());
    }

    public String getMastodonServer() {
        return server == null ? "" : server;
    }
}
