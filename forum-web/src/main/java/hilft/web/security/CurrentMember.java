package hilft.web.security;

import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.forum.member.Viewer;
import hilft.forum.notification.NewsCount;
import hilft.forum.notification.NotificationQueries;
import hilft.forum.notification.Reader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes this request, on public pages too. A profile is made at the first request of a new person and refreshed
 * with every new token; whoever was disabled or deleted since is nobody.
 */
@RequestScoped
@Named
public class CurrentMember {

    private static final Set<String> LANGUAGES = Set.of("de", "en");

    @Inject
    HttpServletRequest request;

    @Inject
    Members members;

    @Inject
    NotificationQueries notifications;

    @Inject
    KnownTokens knownTokens;

    private boolean looked;
    private @Nullable MemberView member;
    private @Nullable NewsCount news;
    private Set<Role> roles = Set.of();
    private Set<Long> moderated = Set.of();

    public Optional<MemberView> find() {
        if (!looked) {
            if (request.getAttribute(VerifiedToken.ATTRIBUTE) instanceof VerifiedToken token) {
                look(token);
            }
            // not before: whoever could not be looked for is not taken for a visitor
            looked = true;
        }
        return Optional.ofNullable(member);
    }

    /** What was new for the member when this request began; empty for nobody. */
    public Optional<NewsCount> news() {
        return isSignedIn() ? Optional.ofNullable(news) : Optional.empty();
    }

    /** The next question is answered anew: the member has changed since. */
    public void lookAgain() {
        looked = false;
        member = null;
        news = null;
    }

    /** The member, or {@link NotSignedIn}. */
    public MemberView get() {
        return find().orElseThrow(NotSignedIn::new);
    }

    /** The member's id, or {@link NotSignedIn}. */
    public long id() {
        return get().id();
    }

    public boolean isSignedIn() {
        return find().isPresent();
    }

    /** Who that is to the use cases: with the roles of the token, which may be fewer than the profile's copy; or nobody. */
    public Viewer viewer() {
        return find().map(found -> Viewer.of(found.id(), roles, moderated)).orElse(Viewer.ANONYMOUS);
    }

    /** Whether the token of this request carries the role; {@code admin} carries all. */
    public boolean hasRole(Role role) {
        return isSignedIn() && roles.contains(role);
    }

    /** The name of Keycloak's session, if this request belongs to one. */
    public Optional<String> session() {
        return request.getAttribute(VerifiedToken.ATTRIBUTE) instanceof VerifiedToken token
                ? Optional.ofNullable(token.session())
                : Optional.empty();
    }

    private void look(VerifiedToken token) {
        Reader reader = knownTokens
                .member(token.id())
                .flatMap(notifications::reader)
                .or(() -> signIn(token))
                .orElse(null);
        if (reader == null || reader.member().disabled() || reader.member().deleted()) {
            leave();
        } else {
            member = reader.member();
            news = reader.news();
            roles = token.roles();
            moderated = reader.moderated();
        }
    }

    private Optional<Reader> signIn(VerifiedToken token) {
        if (knownTokens.isGone(token.subject())) {
            return Optional.empty();
        }
        MemberView view = members.signIn(new SignIn(
                token.subject(),
                token.displayName(),
                token.email(),
                token.emailVerified(),
                token.roles(),
                language(token)));
        knownTokens.remember(token.id(), view.id());
        return notifications.reader(view.id());
    }

    private String language(VerifiedToken token) {
        String language = token.language();
        return language != null && LANGUAGES.contains(language)
                ? language
                : PreferredLanguage.of(request).getLanguage();
    }

    private void leave() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
