package hilft.forum.search.synonym;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A list of synonyms as it was saved; version 0 is the one that comes with the forum, which nobody saved. */
public record SavedSynonyms(
        int version,
        String text,
        @Nullable Long savedBy,
        @Nullable Instant savedAt) {

    public boolean isStandard() {
        return version == 0;
    }
}
