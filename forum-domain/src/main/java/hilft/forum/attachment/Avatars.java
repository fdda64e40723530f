package hilft.forum.attachment;

import hilft.forum.member.MemberDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pictures that stand for members. The one before is removed at once, and with the account. */
@ApplicationScoped
public class Avatars {

    @Inject
    Attachments attachments;

    @Inject
    AttachmentUses uses;

    @Inject
    Wardrobe wardrobe;

    /**
     * Takes a picture, of which the middle is shown as a square.
     *
     * @param content read to its end or to one byte more than is allowed; the caller closes it
     * @throws AttachmentProblem as any picture
     * @throws IOException when what is sent breaks off
     */
    public void wear(long memberId, InputStream content) throws IOException {
        AttachmentView taken = attachments.uploadSquare(memberId, "avatar", content);
        change(memberId, taken.id());
    }

    /** From now on the initials stand for the member; saying it again changes nothing. */
    public void takeOff(long memberId) {
        change(memberId, null);
    }

    private void change(long memberId, @Nullable Long attachmentId) {
        Optional<Long> before = wardrobe.change(memberId, attachmentId);
        before.filter(old -> !old.equals(attachmentId)).ifPresent(attachments::removeUnused);
    }

    void on(@Observes MemberDeleted event) {
        uses.find(AttachmentPlace.AVATAR, event.memberId()).forEach(id -> {
            uses.replace(AttachmentPlace.AVATAR, event.memberId(), List.of());
            attachments.removeUnused(id);
        });
    }
}
