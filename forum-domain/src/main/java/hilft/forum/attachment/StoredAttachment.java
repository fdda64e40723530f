package hilft.forum.attachment;

import hilft.forum.member.Viewer;

/** A picture with what decides who may see it; {@code shared} says that everybody may. */
public record StoredAttachment(AttachmentView view, long uploaderId, String storageKey, boolean shared) {

    public boolean isFor(Viewer viewer) {
        return shared || viewer.is(uploaderId) || viewer.isModerator();
    }
}
