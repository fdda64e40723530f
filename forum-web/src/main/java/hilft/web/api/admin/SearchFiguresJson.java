package hilft.web.api.admin;

import hilft.forum.search.record.SearchedQuery;
import hilft.forum.similar.deflection.DeflectionFigures;
import hilft.forum.similar.deflection.RepeatedQuestion;
import java.util.List;

/** What askings and searches came to in the last days; {@code rate} is 0 to 1. */
public record SearchFiguresJson(
        int days,
        long shown,
        long opened,
        long solved,
        long meToo,
        long askedAnyway,
        long askedUnshown,
        long deflected,
        double rate,
        List<Searched> unfound,
        List<Searched> searched,
        List<Repeated> repeated) {

    /** What was searched for. */
    public record Searched(String query, long searches, long withoutResult) {

        static Searched of(SearchedQuery query) {
            return new Searched(query.query(), query.searches(), query.withoutResult());
        }
    }

    /** A thread that came up while others were asking. */
    public record Repeated(long id, String title, String url, long shown, long opened, long solved, long meToo) {

        static Repeated of(RepeatedQuestion one) {
            return new Repeated(
                    one.question().id(),
                    one.question().title(),
                    one.question().url(),
                    one.shown(),
                    one.opened(),
                    one.solved(),
                    one.meToo());
        }
    }

    static SearchFiguresJson of(
            int days,
            DeflectionFigures figures,
            List<SearchedQuery> unfound,
            List<SearchedQuery> searched,
            List<RepeatedQuestion> repeated) {
        return new SearchFiguresJson(
                days,
                figures.shown(),
                figures.opened(),
                figures.solved(),
                figures.meToo(),
                figures.askedAnyway(),
                figures.askedUnshown(),
                figures.deflected(),
                figures.rate(),
                unfound.stream().map(Searched::of).toList(),
                searched.stream().map(Searched::of).toList(),
                repeated.stream().map(Repeated::of).toList());
    }
}
