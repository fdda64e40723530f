package hilft.forum.attachment;

import hilft.forum.member.Viewer;
import java.util.Set;

/**
 * A picture with what decides who may see it.
 *
 * @param shared whether everybody may
 * @param categories of the threads that show it, or would if they were not hidden
 */
public record StoredAttachment(
        AttachmentView view, long uploaderId, String storageKey, boolean shared, Set<Long> categories) {

    public boolean isFor(Viewer viewer) {
        return shared
                || viewer.is(uploaderId)
                || viewer.isModerator()
                || categories.stream()
                        .anyMatch(category -> viewer.within(category).isModerator());
    }
}
