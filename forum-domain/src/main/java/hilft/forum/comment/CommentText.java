package hilft.forum.comment;

import hilft.forum.text.Languages;
import hilft.forum.text.Markdown;
import hilft.forum.text.Picture;
import java.util.Map;
import java.util.Set;

/** A comment in all the forms that are stored, so that reading renders nothing. */
record CommentText(String body, String html, String plain, String language) {

    static CommentText of(Markdown markdown, String body, Map<String, Picture> pictures, Set<String> members) {
        String html = markdown.toCommentHtml(body, pictures, members);
        String plain = markdown.toCommentPlain(body);
        return new CommentText(body, html, plain, Languages.guess(plain));
    }
}
