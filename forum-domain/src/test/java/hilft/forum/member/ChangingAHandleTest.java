package hilft.forum.member;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChangingAHandleTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Member anna = Member.join(
            new SignIn("sub", "Anna", "anna@example.org", true, Set.of(Role.CUSTOMER), "de"),
            "anna",
            NOON.minus(Duration.ofDays(1)));

    @Test
    void aNewMemberMayChooseAtOnce() {
        anna.chooseHandle("anna-blum", NOON);

        assertThat(anna.handle()).isEqualTo("anna-blum");
    }

    @Test
    void aChangedHandleRestsForThirtyDays() {
        anna.chooseHandle("anna-blum", NOON);

        assertThatThrownBy(() ->
                        anna.chooseHandle("blume", NOON.plus(Duration.ofDays(30).minusSeconds(1))))
                .isInstanceOfSatisfying(MemberProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("member.handle_changed_lately");
                    assertThat(problem.errors())
                            .singleElement()
                            .satisfies(error -> assertThat(error.field()).isEqualTo("handle"));
                });
        assertThat(anna.handle()).isEqualTo("anna-blum");

        anna.chooseHandle("blume", NOON.plus(Duration.ofDays(30)));
        assertThat(anna.handle()).isEqualTo("blume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "hilfe", "alle", "root", "no-reply"})
    void nobodySpeaksForTheForum(String handle) {
        assertThat(HandleRules.isValid(handle)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "europe/berlin", "+02:00", "GMT0", "Etc/GMT+5", "Europe/Berlin\n"})
    void theseAreNoZonesPeopleLiveIn(String zone) {
        assertThat(MemberRules.zone(zone)).isEmpty();
    }

    @Test
    void zonesAreNamedByTheirCities() {
        assertThat(MemberRules.ZONES).contains("Europe/Berlin", "America/Argentina/Ushuaia", "UTC");
        assertThat(MemberRules.zone("Europe/Vienna"))
                .hasValueSatisfying(zone -> assertThat(zone.getId()).isEqualTo("Europe/Vienna"));
    }

    @Test
    void whoIsGoneHasSaidNothing() {
        anna.introduce("Ich kenne **Router**.", "<p>Ich kenne <strong>Router</strong>.</p>");
        anna.live("Europe/Vienna");
        assertThat(anna.profile().zone()).isNotNull();

        anna.delete(NOON);

        assertThat(anna.profile()).isEqualTo(MemberProfile.PLAIN);
    }
}
