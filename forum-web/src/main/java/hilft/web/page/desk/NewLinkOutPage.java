package hilft.web.page.desk;

import hilft.forum.channel.ChannelName;
import hilft.forum.channel.LinkOutProblem;
import hilft.forum.channel.LinkOutProposal;
import hilft.forum.channel.LinkOutQueries;
import hilft.forum.channel.LinkOuts;
import hilft.forum.channel.Measure;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.web.channel.x.XConnection;
import hilft.web.channel.x.XConnectionState;
import hilft.web.faces.ProblemHandler;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Once;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Composing a post that leads from X to an official answer. */
@Named
@RequestScoped
public class NewLinkOutPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    LinkOuts linkOuts;

    @Inject
    LinkOutQueries queries;

    @Inject
    XConnection connection;

    @Inject
    IdempotentRequests requests;

    @Inject
    Typed form;

    @Inject
    Words words;

    private Optional<LinkOutProposal> proposal = Optional.empty();
    private @Nullable XConnectionState account;
    private @Nullable Measure measure;
    private List<Price> prices = List.of();
    private String refusal = "";
    private long answerId;
    private String text = "";
    private String replyTo = "";
    private String once = Once.key();

    @PostConstruct
    void read() {
        answerId = Ids.of(Routes.parameter(request, "answer"));
        account = connection.state();
        try {
            propose();
        } catch (LinkOutProblem refused) {
            if (refused.reason() == LinkOutProblem.Reason.UNKNOWN) throw refused;
            refusal = words.of("problem." + refused.code());
            // Faces has built no form that could take the text, so it is read as it came
            text = Objects.requireNonNullElse(request.getParameter("text"), "");
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(ProblemHandler.status(refused));
        }
    }

    private void propose() {
        LinkOutProposal proposed = queries.propose(answerId, ChannelName.X);
        text = proposed.text();
        prices = List.of(
                new Price("link", cost(proposed.link(), null)),
                new Price("plain", cost("", null)),
                new Price("summoned", cost(proposed.link(), "1")));
        proposal = Optional.of(proposed);
    }

    private BigDecimal cost(String typed, @Nullable String reply) {
        return queries.measure(ChannelName.X, typed, reply).cost();
    }

    public void send() {
        form.send(() -> {
            long memberId = visitor.viewer().id();
            String body = "link-out " + answerId + "\n" + replyTo + "\n" + text;
            long id = requests.once(
                    memberId, once, body, () -> linkOuts.send(memberId, answerId, ChannelName.X, text, replyTo));
            Flash.say(request, words.of("desk.compose.done"), getDraft());
            return "/desk/link-outs/" + id;
        });
        if (form.isRefused()) once = Once.key();
    }

    /** Why this answer cannot be linked out at all, or nothing. */
    public String getRefusal() {
        return refusal;
    }

    public LinkOutProposal getProposal() {
        return proposal.orElseThrow();
    }

    public long getAnswerId() {
        return answerId;
    }

    private XConnectionState account() {
        return Objects.requireNonNull(account);
    }

    public boolean isConnected() {
        return account().status() == XConnectionState.Status.CONNECTED;
    }

    /** The beginning of the words that say why nothing can be sent now. */
    public String getHindrance() {
        return switch (account().status()) {
            case OFF, KEY_MISSING -> "desk.compose.off";
            case DISCONNECTED -> "desk.compose.notConnected";
            case LOST -> "desk.compose.lost";
            case CONNECTED -> "";
        };
    }

    public String getAccountName() {
        String handle = account().handle();
        return handle == null ? words.of("desk.compose.preview.account") : "@" + handle;
    }

    /** What the channel would make of the text as it stands in the form. */
    public Measure getMeasure() {
        if (measure == null) measure = queries.measure(ChannelName.X, text, replyTo);
        return measure;
    }

    public BudgetLine getBudget() {
        return BudgetLine.of(queries.budget(ChannelName.X), words);
    }

    public boolean isOver() {
        return getMeasure().left() < 0;
    }

    public String getCount() {
        Measure now = getMeasure();
        return isOver()
                ? words.of("desk.compose.over", -now.left())
                : words.of("desk.compose.count", now.length(), now.max());
    }

    public List<Price> getPrices() {
        return prices;
    }

    /** The text in pieces, the link apart from the words around it. */
    public List<Piece> getPieces() {
        return Piece.of(text, getProposal().link());
    }

    public String getDraft() {
        return "link-out-x-" + answerId;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
        measure = null;
    }

    public String getReplyTo() {
        return replyTo;
    }

    public void setReplyTo(String replyTo) {
        this.replyTo = replyTo;
        measure = null;
    }

    public String getOnce() {
        return once;
    }

    public void setOnce(String once) {
        this.once = once;
    }

    /** What a post of one kind costs. */
    public record Price(String kind, BigDecimal cost) {}
}
