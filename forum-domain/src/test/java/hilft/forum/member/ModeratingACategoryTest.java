package hilft.forum.member;

import java.util.Set;
import org.junit.jupiter.api.Test;

import static hilft.forum.member.Role.ADMIN;
import static hilft.forum.member.Role.CUSTOMER;
import static hilft.forum.member.Role.MODERATOR;
import static org.assertj.core.api.Assertions.assertThat;

class ModeratingACategoryTest {

    private static final long INTERNET = 7;
    private static final long BILLING = 8;
    private static final Viewer NAMED = Viewer.of(1, Set.of(CUSTOMER), Set.of(INTERNET));

    @Test
    void whoIsNamedModeratesThereAlone() {
        assertThat(NAMED.isModerator()).isFalse();
        assertThat(NAMED.within(INTERNET).isModerator()).isTrue();
        assertThat(NAMED.within(BILLING).isModerator()).isFalse();
        assertThat(NAMED.isModeratorSomewhere()).isTrue();
    }

    @Test
    void thereTheyAreThemselvesAndNothingElse() {
        Viewer there = NAMED.within(INTERNET);
        assertThat(there.id()).isEqualTo(NAMED.id());
        assertThat(there.roles()).containsExactlyInAnyOrder(CUSTOMER, MODERATOR);
        assertThat(there.isOfficial()).isFalse();
        assertThat(there.isMarketing()).isFalse();
        assertThat(NAMED.roles()).containsExactly(CUSTOMER);
    }

    @Test
    void moderatorsNeedNoNaming() {
        for (Role role : Set.of(MODERATOR, ADMIN)) {
            Viewer moderator = Viewer.of(2, Set.of(role));
            assertThat(moderator.within(INTERNET)).isEqualTo(moderator);
            assertThat(moderator.isModeratorSomewhere()).isTrue();
        }
    }

    @Test
    void othersModerateNowhere() {
        assertThat(Viewer.of(3, Set.of(CUSTOMER)).isModeratorSomewhere()).isFalse();
        assertThat(Viewer.of(3, Set.of(CUSTOMER)).within(INTERNET).isModerator())
                .isFalse();
        assertThat(Viewer.ANONYMOUS.within(INTERNET)).isEqualTo(Viewer.ANONYMOUS);
    }
}
