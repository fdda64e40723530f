package hilft.web.page;

import hilft.forum.member.MemberProfile;
import hilft.forum.member.MemberView;
import hilft.forum.member.Viewer;
import hilft.forum.notification.NewsCount;
import hilft.web.faces.Words;
import hilft.web.security.CurrentMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who looks at the page. */
@RequestScoped
public class Visitor {
    @Inject
    HttpServletRequest request;

    @Inject
    CurrentMember current;

    private @Nullable Viewer viewer;

    public Optional<MemberView> member() {
        Optional<MemberView> member = current.find();
        member.map(MemberView::profile)
                .map(MemberProfile::zone)
                .ifPresent(zone -> request.setAttribute(Words.ZONE, zone));
        return member;
    }

    /** What was new for the member when this request began. */
    Optional<NewsCount> news() {
        return current.news();
    }

    /** What is shown from here on is what the member has just become. */
    public void lookAgain() {
        current.lookAgain();
        viewer = null;
    }

    /** With the roles of the token, which may be fewer than the profile's copy. */
    public Viewer viewer() {
        if (viewer == null) {
            viewer = member().map(member -> current.viewer()).orElse(Viewer.ANONYMOUS);
        }
        return viewer;
    }
}
