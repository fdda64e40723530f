package hilft.forum.comment;

import hilft.forum.text.Languages;
import hilft.forum.text.Markdown;
import java.util.Set;

/** A comment in all the forms that are stored, so that reading renders nothing. */
record CommentText(String body, String html, String plain, String language) {

    static CommentText of(Markdown markdown, String body, Set<String> members) {
        String html = markdown.toLineHtml(body, members);
        String plain = markdown.toLinePlain(body);
        return new CommentText(body, html, plain, Languages.guess(plain));
    }
}
