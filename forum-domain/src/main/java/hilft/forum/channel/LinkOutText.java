package hilft.forum.channel;

import hilft.forum.text.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

import static hilft.forum.channel.LinkOutProblem.Reason.LINK_MISSING;
import static hilft.forum.channel.LinkOutProblem.Reason.REPLY_TO_INVALID;
import static hilft.forum.channel.LinkOutProblem.Reason.TEXT_EMPTY;
import static hilft.forum.channel.LinkOutProblem.Reason.TEXT_TOO_LONG;

/** What staff typed, cleaned and judged; {@code replyTo} is the id of a post, null without one. */
record LinkOutText(
        String text,
        @Nullable String replyTo,
        int length,
        boolean linked,
        BigDecimal cost,
        List<LinkOutProblem.Reason> problems) {

    /**
     * A text with more characters is too long, even where links count less than they have: counting as a channel does
     * takes time that grows with the cube of the length.
     */
    static final int MAX_CHARACTERS = 600;

    private static final Pattern MENTION = Pattern.compile("(?<![\\w])[@\uff20](?=\\w)");

    /** The link is owed: a post that does not lead to the thread is no link-out, and nobody finds the answer by it. */
    static LinkOutText of(Channel channel, String typed, boolean linked, @Nullable String typedReplyTo) {
        String text = Input.text(typed);
        boolean countable = Input.length(text) <= MAX_CHARACTERS;
        int length = countable ? channel.length(text) : Input.length(text);
        String pasted = Input.line(typedReplyTo);
        Optional<String> replyTo = pasted.isEmpty() ? Optional.empty() : channel.postId(pasted);
        List<LinkOutProblem.Reason> problems = new ArrayList<>();
        if (text.isBlank()) {
            problems.add(TEXT_EMPTY);
        } else if (!linked) {
            problems.add(LINK_MISSING);
        }
        if (length > channel.max() || !countable) {
            problems.add(TEXT_TOO_LONG);
        }
        if (!pasted.isEmpty() && replyTo.isEmpty()) {
            problems.add(REPLY_TO_INVALID);
        }
        BigDecimal cost = channel.cost(countable ? text : "", linked, !pasted.isEmpty());
        return new LinkOutText(text, replyTo.orElse(null), length, linked, cost, List.copyOf(problems));
    }

    /** As much of an answer as fits before its link, whole words, and no mention: a handle here is a stranger's there. */
    static String propose(String answer, String link, int max, ToIntFunction<String> length) {
        String words = MENTION.matcher(Input.line(answer)).replaceAll("");
        if (words.isEmpty()) {
            return link;
        }
        String whole = words + "\n" + link;
        if (whole.length() <= MAX_CHARACTERS && length.applyAsInt(whole) <= max) {
            return whole;
        }
        for (int end = words.lastIndexOf(' ', max); end > 0; end = words.lastIndexOf(' ', end - 1)) {
            String cut = words.substring(0, end).replaceFirst("[\\s,;:–-]+$", "") + " …\n" + link;
            if (length.applyAsInt(cut) <= max) {
                return cut;
            }
        }
        return link;
    }
}
