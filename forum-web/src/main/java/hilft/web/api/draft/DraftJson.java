package hilft.web.api.draft;

import hilft.forum.draft.DraftView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The caller's draft; {@code setAside} is the id of another one that had its place until now. */
public record DraftJson(
        long id,
        String place,
        long version,
        String title,
        String category,
        String tags,
        String reason,
        String body,
        @Nullable Long base,
        Instant savedAt,
        @Nullable Long setAside) {

    static DraftJson of(DraftView draft, @Nullable Long setAside) {
        return new DraftJson(
                draft.id(),
                draft.place().name(),
                draft.version(),
                draft.text().title(),
                draft.text().category(),
                draft.text().tags(),
                draft.text().reason(),
                draft.text().body(),
                draft.text().base(),
                draft.savedAt(),
                setAside);
    }
}
