package hilft.web.api.moderation;

import hilft.forum.question.PostId;

/** What a flag or a decision is about. */
public record PostJson(String type, long id) {

    static PostJson of(PostId post) {
        return new PostJson(post.type().label(), post.id());
    }
}
