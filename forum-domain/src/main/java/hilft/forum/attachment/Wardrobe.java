package hilft.forum.attachment;

import hilft.forum.member.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The short transaction in which a member changes their avatar. */
@ApplicationScoped
@Transactional
class Wardrobe {

    @Inject
    Members members;

    @Inject
    AttachmentUses uses;

    /** What stood for the member before. */
    Optional<Long> change(long memberId, @Nullable Long attachmentId) {
        members.lock(memberId);
        uses.replace(AttachmentPlace.AVATAR, memberId, attachmentId == null ? List.of() : List.of(attachmentId));
        return members.wear(memberId, attachmentId);
    }
}
