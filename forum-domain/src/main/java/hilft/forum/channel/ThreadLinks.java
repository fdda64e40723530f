package hilft.forum.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Absolute addresses of threads: the id decides, so a link stays valid whatever the title becomes. */
@ApplicationScoped
public class ThreadLinks {

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** The short and stable address of an answer; it leads to its place in the thread. */
    String link(long answerId) {
        return base(baseUrl) + "/answers/" + answerId;
    }

    /** Whether the text has a link to any thread here. */
    boolean isIn(String text) {
        return pattern(baseUrl).matcher(text).find();
    }

    /** Whether the text has a link to this answer or its question. */
    boolean isIn(String text, long answerId, long questionId) {
        return pattern(baseUrl).matcher(text).results().anyMatch(link -> leadsTo(link, answerId, questionId));
    }

    private static boolean leadsTo(MatchResult link, long answerId, long questionId) {
        return Long.toString(link.group(1).equals("answers") ? answerId : questionId)
                .equals(link.group(2));
    }

    private static Pattern pattern(String url) {
        return Pattern.compile(
                "(?<![\\w@/.-])" + Pattern.quote(base(url)) + "/(answers|questions)/([1-9][0-9]{0,18})(?![0-9\\p{L}])");
    }

    private static String base(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
