package hilft.web.page.marketing;

import hilft.forum.category.CategoryQueries;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.shared.FieldError;
import hilft.rewards.event.Candidate;
import hilft.rewards.event.EventProblem;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.Invitations;
import hilft.rewards.leaderboard.Period;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.mail.InvitationMail;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Choosing guests from the ranking or by name, and sending the invitation. The ranking is a GET address. */
@Named
@RequestScoped
public class InvitePage {
    private static final int ROWS = 100;
    /** No category has this slug; views leave out what is empty. */
    private static final String ALL = "*";

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    EventQueries events;

    @Inject
    Invitations invitations;

    @Inject
    MemberQueries members;

    @Inject
    CategoryQueries categories;

    @Inject
    InvitationMail mail;

    @Inject
    Typed form;

    @Inject
    Words words;

    private long eventId;
    private Period period = Period.QUARTER;
    private String category = ALL;
    private int top;
    private List<Candidate> candidates = List.of();
    private Set<Long> chosen = Set.of();
    private String handles = "";
    private boolean sending;

    @PostConstruct
    void read() {
        eventId = Ids.of(Routes.parameter(request, "id"));
        period = Period.find(request.getParameter("period")).orElse(Period.QUARTER);
        category = Optional.ofNullable(request.getParameter("category")).orElse(ALL);
        top = number(request.getParameter("top"));
        candidates = events.candidates(eventId, period, category.equals(ALL) ? null : category, ROWS);
        sending = request.getMethod().equals("POST");
        chosen = sending ? ticked() : best();
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,3}") ? Math.min(Integer.parseInt(typed), ROWS) : 0;
    }

    private Set<Long> ticked() {
        String[] ids = request.getParameterValues("guest");
        return ids == null
                ? Set.of()
                : Stream.of(ids)
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The first of the ranking who are not invited yet. */
    private Set<Long> best() {
        return candidates.stream()
                .filter(Candidate::mayBeInvited)
                .limit(top)
                .map(candidate -> candidate.member().id())
                .collect(Collectors.toSet());
    }

    public List<Candidate> getCandidates() {
        return candidates;
    }

    public boolean isChosen(Candidate candidate) {
        return chosen.contains(candidate.member().id());
    }

    /** The periods, the one that is shown before the others. */
    public List<String> getPeriods() {
        return Stream.concat(Stream.of(period), Stream.of(Period.values()))
                .distinct()
                .map(Period::label)
                .toList();
    }

    /** All categories and each of them, the one that is shown before the others. */
    public List<Choice> getCategories() {
        List<Choice> all = Stream.concat(
                        Stream.of(new Choice(ALL, words.of("marketing.invite.allCategories"))),
                        categories.all().stream().map(one -> new Choice(one.slug(), one.name(words.getLanguage()))))
                .toList();
        return Stream.concat(all.stream().filter(one -> one.slug().equals(category)), all.stream())
                .distinct()
                .toList();
    }

    public String getTop() {
        return top == 0 ? "" : String.valueOf(top);
    }

    public String getHandles() {
        return handles;
    }

    public void setHandles(String handles) {
        this.handles = handles;
    }

    /** Whether a letter that came too late is still to be heard. */
    public boolean isSending() {
        return sending;
    }

    public InvitationMail.Preview getGerman() {
        return preview(Locale.GERMAN);
    }

    public InvitationMail.Preview getEnglish() {
        return preview(Locale.ENGLISH);
    }

    /** Without the letter's style sheet, which a console's policy would refuse; what it is made of is styled in place. */
    private InvitationMail.Preview preview(Locale language) {
        InvitationMail.Preview letter =
                mail.preview(eventId, language).orElseThrow(() -> new EventProblem(EventProblem.Reason.UNKNOWN));
        return new InvitationMail.Preview(letter.subject(), letter.html().replaceAll("(?s)<style>.*?</style>", ""));
    }

    public void invite() {
        form.send(() -> {
            Set<Long> guests = new LinkedHashSet<>(chosen);
            guests.addAll(named());
            if (guests.isEmpty()) {
                throw new EventProblem(EventProblem.Reason.INVALID, FieldError.of("members", "event.nobody_chosen"));
            }
            int sent = invitations.invite(visitor.viewer().id(), eventId, guests);
            Flash.say(request, words.of("marketing.invite.done", sent));
            return "/marketing/events/" + eventId + "/guests";
        });
        sending = false;
    }

    /** Whom the field of names means; one that is nobody refuses all, so that no letter goes astray. */
    private List<Long> named() {
        List<Long> ids = new ArrayList<>();
        for (String handle : handles.split("[,;\\s]+")) {
            String plain = handle.startsWith("@") ? handle.substring(1) : handle;
            if (plain.isEmpty()) continue;
            MemberView member = members.findByHandle(plain.toLowerCase(Locale.ROOT))
                    .filter(one -> !one.deleted())
                    .orElseThrow(() -> new EventProblem(
                            EventProblem.Reason.INVALID, FieldError.of("members", "event.handle_unknown")));
            ids.add(member.id());
        }
        return ids;
    }

    /** A category in the filter, or all of them. */
    public record Choice(String slug, String name) {}
}
