package hilft.web.api;

import hilft.web.api.admin.SearchFiguresResource;
import hilft.web.api.admin.SearchIndexResource;
import hilft.web.api.attachment.AttachmentsResource;
import hilft.web.api.category.CategoriesResource;
import hilft.web.api.category.CategoryArchiveResource;
import hilft.web.api.category.CategoryPositionResource;
import hilft.web.api.channel.AnswerLinkOutsResource;
import hilft.web.api.channel.LinkOutsResource;
import hilft.web.api.comment.CommentResource;
import hilft.web.api.comment.CommentsResource;
import hilft.web.api.draft.DraftsResource;
import hilft.web.api.event.AcceptanceResource;
import hilft.web.api.event.CancelledResource;
import hilft.web.api.event.CandidatesResource;
import hilft.web.api.event.EventsResource;
import hilft.web.api.event.InvitationResource;
import hilft.web.api.event.InvitationsResource;
import hilft.web.api.event.PublishedResource;
import hilft.web.api.http.BodyReader;
import hilft.web.api.http.EmptyBodies;
import hilft.web.api.http.EntityTags;
import hilft.web.api.http.JsonWithNulls;
import hilft.web.api.member.AvatarResource;
import hilft.web.api.member.LeaderboardResource;
import hilft.web.api.member.MeResource;
import hilft.web.api.member.MembersResource;
import hilft.web.api.member.MentionableResource;
import hilft.web.api.member.NotificationsResource;
import hilft.web.api.mine.BlocksResource;
import hilft.web.api.mine.BookmarkResource;
import hilft.web.api.mine.BookmarksResource;
import hilft.web.api.moderation.FlagsResource;
import hilft.web.api.moderation.HiddenResource;
import hilft.web.api.moderation.LockResource;
import hilft.web.api.moderation.ModerationLogResource;
import hilft.web.api.moderation.QuestionCategoryResource;
import hilft.web.api.problem.ProblemMapper;
import hilft.web.api.question.AcceptedAnswerResource;
import hilft.web.api.question.AnswerResource;
import hilft.web.api.question.AnswersResource;
import hilft.web.api.question.HelpfulResource;
import hilft.web.api.question.MeTooResource;
import hilft.web.api.question.QuestionsResource;
import hilft.web.api.question.RevisionsResource;
import hilft.web.api.question.SubscriptionResource;
import hilft.web.api.question.ValidityResource;
import hilft.web.api.question.VoteResource;
import hilft.web.api.search.DeflectionsResource;
import hilft.web.api.search.SearchResource;
import hilft.web.api.search.SimilarResource;
import hilft.web.api.text.PreviewResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Everything below {@code /api/v1}; the classes are listed, because Payara would take REST clients for resources too. */
@ApplicationPath("/api/v1")
public class Api extends Application {

    /** The nouns of the API. */
    static final Set<Class<?>> RESOURCES = Set.of(
            AcceptanceResource.class,
            AcceptedAnswerResource.class,
            AnswerLinkOutsResource.class,
            AnswerResource.class,
            AnswersResource.class,
            AttachmentsResource.class,
            AvatarResource.class,
            BlocksResource.class,
            BookmarkResource.OfAnswer.class,
            BookmarkResource.OfQuestion.class,
            BookmarksResource.class,
            CancelledResource.class,
            CandidatesResource.class,
            CategoriesResource.class,
            CategoryArchiveResource.class,
            CategoryPositionResource.class,
            CommentResource.class,
            CommentsResource.OfAnswer.class,
            CommentsResource.OfQuestion.class,
            DeflectionsResource.class,
            DraftsResource.class,
            EventsResource.class,
            FlagsResource.class,
            HelpfulResource.class,
            HiddenResource.OfAnswer.class,
            HiddenResource.OfComment.class,
            HiddenResource.OfQuestion.class,
            InvitationResource.class,
            InvitationsResource.class,
            LeaderboardResource.class,
            LinkOutsResource.class,
            LockResource.class,
            MeResource.class,
            MeTooResource.class,
            MembersResource.class,
            MentionableResource.class,
            ModerationLogResource.class,
            NotificationsResource.class,
            PreviewResource.class,
            PublishedResource.class,
            QuestionCategoryResource.class,
            QuestionsResource.class,
            RevisionsResource.OfAnswer.class,
            RevisionsResource.OfQuestion.class,
            SearchFiguresResource.class,
            SearchIndexResource.class,
            SearchResource.class,
            SimilarResource.class,
            SubscriptionResource.class,
            ValidityResource.class,
            VoteResource.OfAnswer.class,
            VoteResource.OfQuestion.class);

    private static final Set<Class<?>> PROVIDERS =
            Set.of(BodyReader.class, EmptyBodies.class, EntityTags.class, JsonWithNulls.class, ProblemMapper.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(RESOURCES);
        classes.addAll(PROVIDERS);
        return classes;
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
