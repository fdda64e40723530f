package hilft.forum.tag;

import hilft.forum.shared.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MergingTagsTest {

    @Test
    void aQuestionWearsTheMainTagWhereTheSynonymStood() {
        assertThat(TagRules.merged(List.of("router", "wifi", "mesh"), "wifi", "wlan"))
                .containsExactly("router", "wlan", "mesh");
    }

    @Test
    void noQuestionWearsATagTwice() {
        assertThat(TagRules.merged(List.of("wifi", "router", "wlan"), "wifi", "wlan"))
                .containsExactly("wlan", "router");
    }

    @Test
    void mergingAgainChangesNothing() {
        List<String> once = TagRules.merged(List.of("wifi", "wlan"), "wifi", "wlan");

        assertThat(TagRules.merged(once, "wifi", "wlan")).isEqualTo(once);
    }

    @Test
    void spellingsAreToldApart() {
        assertThat(TagRules.merged(List.of("mobel", "möbel"), "mobel", "möbel")).containsExactly("möbel");
        assertThat(TagRules.merged(List.of("mobels"), "mobel", "möbel")).containsExactly("mobels");
    }

    @Test
    void aTagIsAWordInSmallLetters() {
        assertThat(TagRules.spelled(" ##WLAN Router ")).isEqualTo("wlan-router");
        assertThat(TagRules.isTag("c++")).isTrue();
        assertThat(TagRules.isTag("größe")).isTrue();
        assertThat(TagRules.isTag("")).isFalse();
        assertThat(TagRules.isTag("+c")).isFalse();
        assertThat(TagRules.isTag("x".repeat(31))).isFalse();
        assertThat(TagRules.isTag("<b>")).isFalse();
    }

    @Test
    void nothingNeedsToBeSaidOfIt() {
        assertThat(TagRules.check(new TagText("", "", "", ""))).isEmpty();
        assertThat(TagRules.check(new TagText("x".repeat(61), "", "", "x".repeat(201))))
                .extracting(FieldError::field, FieldError::max)
                .containsExactly(tuple("nameDe", 60), tuple("descriptionEn", 200));
    }

    @Test
    void noTagStandsForItselfOrForASynonym() {
        assertThat(refused("wlan", null, "wlan", null)).contains("tag.same");
        assertThat(refused("wlan", null, "wifi", "wlan")).as("a circle").contains("tag.circle");
        assertThat(refused("funk", null, "wifi", "wlan")).as("a chain").contains("tag.into_synonym");
        assertThat(refused("wifi", "wlan", "funk", null))
                .as("another's synonym")
                .contains("tag.is_synonym");
        assertThat(refused("wifi", "wlan", "wlan", null)).as("again").isEmpty();
        assertThat(refused("wifi", null, "wlan", null)).isEmpty();
    }

    private static Optional<String> refused(
            String from, @Nullable String fromStandsFor, String into, @Nullable String intoStandsFor) {
        return TagRules.checkMerge("into", new TagRules.Merge(from, fromStandsFor, into, intoStandsFor))
                .map(FieldError::code);
    }
}
