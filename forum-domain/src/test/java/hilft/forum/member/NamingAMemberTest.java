package hilft.forum.member;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamingAMemberTest {

    @ParameterizedTest
    @CsvSource({
        "Jürgen Groß,1,juergen-gross",
        "Zoë O'Brien,1,zoe-o-brien",
        "Łukasz,1,lukasz",
        "Anna,3,anna-3",
        "李雷,1,member-1",
        "李雷,7,member-7",
        "Admin,1,member-1",
        "Al,1,member-1"
    })
    void theHandleFollowsTheDisplayName(String displayName, int attempt, String handle) {
        assertThat(HandleRules.from(displayName, attempt)).isEqualTo(handle);
        assertThat(HandleRules.isValid(handle)).isTrue();
    }

    @Test
    void aLongNameLeavesRoomForANumber() {
        String handle = HandleRules.from("Donaudampfschifffahrtsgesellschaftskapitän", 99_999);

        assertThat(handle).hasSizeLessThanOrEqualTo(30).endsWith("-99999");
        assertThat(HandleRules.isValid(handle)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "-abc", "abc-", "a--b", "Anna", "anna_b", "admin", "deleted-5", "ünal", "a b c"})
    void theseAreNoHandles(String handle) {
        assertThat(HandleRules.isValid(handle)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"' Anna   Blum ',a@example.org,Anna Blum", "'',anna.b@example.org,anna.b", ",,Member"})
    void thereIsAlwaysADisplayName(String name, String email, String shown) {
        assertThat(MemberRules.displayName(name, email)).isEqualTo(shown);
    }

    @Test
    void anAdminHasEveryRole() {
        assertThat(Role.among(List.of("admin", "offline_access"))).containsExactlyInAnyOrder(Role.values());
        assertThat(Role.among(List.of("staff", "unknown"))).containsExactly(Role.STAFF);
        assertThat(new Author(1, "anna", "Anna", Set.of(Role.CUSTOMER), false).isTeam())
                .isFalse();
        assertThat(new Author(1, "anna", "Anna", Set.of(Role.CUSTOMER, Role.MARKETING), false).isTeam())
                .isTrue();
    }
}
