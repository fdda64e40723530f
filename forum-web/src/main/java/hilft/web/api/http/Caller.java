package hilft.web.api.http;

import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.forum.moderation.ModerationProblem;
import hilft.web.api.problem.ApiProblem;
import hilft.web.security.CurrentMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;

import static hilft.forum.moderation.ModerationProblem.Reason.NOT_MODERATOR;

/** Who calls the API, by session or token. */
@RequestScoped
public class Caller {

    @Inject
    CurrentMember currentMember;

    /** Anybody, for reading. */
    public Viewer viewer() {
        return currentMember.viewer();
    }

    /** A member, or 401. */
    public Viewer member() {
        currentMember.id();
        return currentMember.viewer();
    }

    /** Service staff, or 401 or 403. */
    public Viewer staff() {
        Viewer member = member();
        if (!member.isOfficial()) {
            throw new ForbiddenException();
        }
        return member;
    }

    /** A moderator, be it of one category, or 401 or 403. */
    public Viewer moderator() {
        Viewer member = member();
        if (!member.isModeratorSomewhere()) {
            throw new ModerationProblem(NOT_MODERATOR);
        }
        return member;
    }

    /** An admin, or 401 or 403. */
    public Viewer admin() {
        Viewer member = member();
        if (!member.roles().contains(Role.ADMIN)) {
            throw ApiProblem.forbidden();
        }
        return member;
    }

    /** Somebody of marketing, or 401 or 403. */
    public Viewer marketing() {
        Viewer member = member();
        if (!member.isMarketing()) {
            throw ApiProblem.forbidden();
        }
        return member;
    }
}
