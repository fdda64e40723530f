package hilft.forum.attachment;

import hilft.forum.attachment.picture.PictureType;
import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeeingAPictureTest {

    private static final long INTERNET = 7;
    private static final Set<Role> CUSTOMER = Set.of(Role.CUSTOMER);
    private static final StoredAttachment HIDDEN = new StoredAttachment(
            new AttachmentView(1, "router", PictureType.PNG, 8, 8, 8, 8), 2, "key", false, Set.of(INTERNET));

    @Test
    void whatAHiddenPostShowsIsForWhoeverMayReadThePost() {
        assertThat(HIDDEN.isFor(Viewer.ANONYMOUS)).isFalse();
        assertThat(HIDDEN.isFor(Viewer.of(3, CUSTOMER))).isFalse();
        assertThat(HIDDEN.isFor(Viewer.of(2, CUSTOMER))).as("its author").isTrue();
        assertThat(HIDDEN.isFor(Viewer.of(3, Set.of(Role.MODERATOR)))).isTrue();
        assertThat(HIDDEN.isFor(Viewer.of(3, CUSTOMER, Set.of(INTERNET)))).isTrue();
        assertThat(HIDDEN.isFor(Viewer.of(3, CUSTOMER, Set.of(8L))))
                .as("of another category")
                .isFalse();
    }
}
