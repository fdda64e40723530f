package hilft.web.api.channel;

import java.math.BigDecimal;
import java.util.List;

/** What a text would be as a post: its length as the channel counts, its cost in US dollars, and what would be refused. */
public record MeasureJson(int length, int max, boolean linked, BigDecimal cost, List<WrongJson> problems) {

    /** A field that would be refused, with the sentence for people. */
    public record WrongJson(String field, String code, String message) {}
}
