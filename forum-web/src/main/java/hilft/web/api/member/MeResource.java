package hilft.web.api.member;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.forum.member.ProfileChange;
import hilft.forum.member.Viewer;
import hilft.forum.notification.NewsCount;
import hilft.forum.shared.FieldError;
import hilft.rewards.reputation.Standings;
import hilft.web.api.http.Body;
import hilft.web.api.http.BodyReader;
import hilft.web.api.http.Caller;
import hilft.web.api.http.IfMatch;
import hilft.web.security.CurrentMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static hilft.forum.member.MemberProblem.Reason.UNKNOWN;

/** The caller's own profile. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MeResource {

    private static final Set<String> LANGUAGES = Set.of("de", "en");

    @Inject
    Caller caller;

    @Inject
    CurrentMember currentMember;

    @Inject
    Members members;

    @Inject
    MemberQueries queries;

    @Inject
    CategoryQueries categories;

    @Inject
    Standings standings;

    @Inject
    Clock clock;

    @GET
    public MeJson get() {
        Viewer me = caller.member();
        return MeJson.of(
                find(me),
                AuthorJson.labels(me.roles()),
                moderated(me),
                standings.of(me.id()),
                currentMember.news().orElse(NewsCount.NOTHING).unread(),
                clock.instant());
    }

    /** The categories whose moderator they were named. */
    private List<String> moderated(Viewer me) {
        return categories.moderatedBy(me).stream().map(CategoryView::slug).toList();
    }

    /** Changes what is named: profile, language, zone, mails, what others see, and now and then the handle. */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, BodyReader.MERGE_PATCH})
    public MeJson change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, Body body) {
        MeJson before = get();
        IfMatch.check(seen, before);
        long me = caller.member().id();
        String handle = body.text("handle", before.handle());
        String language = body.text("language", before.language());
        List<FieldError> unknown = LANGUAGES.contains(language)
                ? List.of()
                : List.of(FieldError.of("language", "member.language_unknown"));
        members.change(
                me,
                new ProfileChange(
                        handle,
                        body.text("about", before.about()),
                        body.text("zone", Objects.requireNonNullElse(before.zone(), "")),
                        language,
                        body.flag("mailWanted", before.mailWanted()),
                        body.flag("mentionsWanted", before.mentionsWanted()),
                        body.flag("activityShown", before.activityShown()),
                        body.flag("searchListed", before.searchListed())),
                unknown);
        return get();
    }

    private MemberView find(Viewer me) {
        return queries.find(me.id()).orElseThrow(() -> new MemberProblem(UNKNOWN));
    }
}
