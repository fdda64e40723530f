package hilft.web.page.question;

import hilft.forum.question.QuestionText;
import hilft.forum.revision.DiffBlock;
import hilft.forum.revision.DiffPiece;
import hilft.forum.revision.TextDiff;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What differs between two texts of one post; what is the same in both is empty.
 *
 * @param categories the names before and after, or none
 */
public record Comparison(
        List<DiffPiece> title,
        List<String> categories,
        List<String> tagsRemoved,
        List<String> tagsAdded,
        List<DiffBlock> body) {

    public static Comparison of(String before, String after) {
        return new Comparison(List.of(), List.of(), List.of(), List.of(), TextDiff.of(before, after));
    }

    /** @param categoryName names a category by its slug */
    static Comparison of(QuestionText before, QuestionText after, UnaryOperator<String> categoryName) {
        return new Comparison(
                before.title().equals(after.title()) ? List.of() : TextDiff.ofLine(before.title(), after.title()),
                before.category().equals(after.category())
                        ? List.of()
                        : List.of(categoryName.apply(before.category()), categoryName.apply(after.category())),
                without(before.tags(), after.tags()),
                without(after.tags(), before.tags()),
                TextDiff.of(before.body(), after.body()));
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(one -> !others.contains(one)).toList();
    }

    public boolean differs() {
        return !title.isEmpty() || moved() || retagged() || !body.isEmpty();
    }

    public boolean moved() {
        return !categories.isEmpty();
    }

    public boolean retagged() {
        return !tagsRemoved.isEmpty() || !tagsAdded.isEmpty();
    }
}
