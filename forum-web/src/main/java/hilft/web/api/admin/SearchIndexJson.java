package hilft.web.api.admin;

import hilft.forum.search.upkeep.UpkeepState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the search of the node that answers is doing; figures that cannot be read now are null. */
public record SearchIndexJson(
        String status,
        String place,
        @Nullable Long documents,
        @Nullable Long behind,
        long done,
        long total,
        @Nullable String model,
        @Nullable String problem) {

    static SearchIndexJson of(UpkeepState state) {
        return new SearchIndexJson(
                state.status().name().toLowerCase(Locale.ROOT),
                state.place(),
                known(state.documents()),
                known(state.behind()),
                state.done(),
                state.total(),
                state.model().isEmpty() ? null : state.model(),
                state.problem());
    }

    private static @Nullable Long known(long figure) {
        return figure < 0 ? null : figure;
    }
}
