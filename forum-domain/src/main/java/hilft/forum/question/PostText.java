package hilft.forum.question;

import hilft.forum.text.Languages;
import hilft.forum.text.Markdown;
import hilft.forum.text.Picture;
import java.util.Map;
import java.util.Set;

/** A body in all the forms that are stored, so that reading renders nothing. */
record PostText(String body, String html, String plain, String excerpt, String language) {

    private static final int EXCERPT = 200;

    /** The title, if any, helps to recognise the language. */
    static PostText of(
            Markdown markdown, String title, String body, Map<String, Picture> pictures, Set<String> members) {
        String plain = markdown.toPlain(body);
        return new PostText(
                body,
                markdown.toHtml(body, pictures, members),
                plain,
                markdown.excerpt(body, EXCERPT),
                Languages.guess(title + "\n" + plain));
    }
}
