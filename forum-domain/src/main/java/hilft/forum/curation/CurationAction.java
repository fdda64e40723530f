package hilft.forum.curation;

import java.util.Locale;

/** What an admin does with a category or a tag. */
public enum CurationAction {
    CREATE_CATEGORY,
    CHANGE_CATEGORY,
    ARCHIVE_CATEGORY,
    BRING_BACK_CATEGORY,
    DESCRIBE_TAG,
    MERGE_TAG,
    SEPARATE_TAG;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOfTag() {
        return this == DESCRIBE_TAG || this == MERGE_TAG || this == SEPARATE_TAG;
    }
}
