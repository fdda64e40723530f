package hilft.forum.question;

import java.time.Instant;

/** An answer as lists show it, with its question's title; public only because JPQL makes it. */
public record AnswerItem(
        Long id,
        String title,
        String questionLanguage,
        String text,
        String language,
        Integer score,
        Boolean accepted,
        Instant writtenAt) {

    static final int EXCERPT = 240;

    /** The address that leads to the answer in its thread. */
    public String url() {
        return "/answers/" + id;
    }

    /** The beginning of the answer on one line. */
    public String excerpt() {
        return excerpt(text);
    }

    /** The beginning of a text on one line, at most 242 UTF-16 units, cut between words. */
    public static String excerpt(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= EXCERPT) {
            return line;
        }
        int space = line.lastIndexOf(' ', EXCERPT);
        return line.substring(0, space > EXCERPT / 2 ? space : line.offsetByCodePoints(0, EXCERPT / 2)) + " …";
    }
}
