package hilft.forum.category;

import hilft.forum.shared.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MakingACategoryTest {

    @Test
    void aGoodOneHasNoErrors() {
        assertThat(check("internet", "wifi", "blue", "Internet", "Wo das WLAN wohnt", "", List.of("moderator")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-a", "a-", "Internet", "inter net", "größe", "../admin", "new", "a/b"})
    void aShortNameCanStandInAnAddress(String slug) {
        assertThat(check(slug, "wifi", "blue", "Internet", "Alles", "", List.of()))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("slug", "category.slug_invalid"));
    }

    @Test
    void iconsAndColoursAreThoseThatThereAre() {
        assertThat(check("internet", "skull", "#ff0000", "Internet", "Alles", "", List.of()))
                .extracting(FieldError::code)
                .containsExactly("category.icon_unknown", "category.colour_unknown");
    }

    @Test
    void namesAreNeededAndRulesAreNot() {
        assertThat(check("internet", "wifi", "blue", " \u200b", "x".repeat(201), "📶".repeat(2001), List.of()))
                .extracting(FieldError::field, FieldError::max)
                .containsExactly(
                        tuple("nameDe", 60),
                        tuple("nameEn", 60),
                        tuple("descriptionDe", 200),
                        tuple("descriptionEn", 200),
                        tuple("rulesDe", 2000),
                        tuple("rulesEn", 2000));
        assertThat(check("internet", "wifi", "blue", "📶".repeat(60), "x", "📶".repeat(2000), List.of()))
                .isEmpty();
    }

    @Test
    void moderatorsAreFiveAtMostAndEachOnce() {
        assertThat(CategoryRules.clean(
                                text("internet", "wifi", "blue", "a", "a", "", List.of("@anna", "anna", " ", "bo")))
                        .moderators())
                .containsExactly("anna", "bo");
        assertThat(check("internet", "wifi", "blue", "a", "a", "", List.of("a", "b", "c", "d", "e", "f")))
                .extracting(FieldError::code)
                .containsExactly("category.moderators_many");
    }

    @Test
    void oneIsPutWhereItIsWanted() {
        List<Long> order = List.of(1L, 2L, 3L);

        assertThat(CategoryRules.moved(order, 3, 2)).containsExactly(1L, 3L, 2L);
        assertThat(CategoryRules.moved(order, 1, 2)).containsExactly(2L, 1L, 3L);
        assertThat(CategoryRules.moved(order, 1, 99)).containsExactly(2L, 3L, 1L);
        assertThat(CategoryRules.moved(order, 2, -1)).containsExactly(2L, 1L, 3L);
        assertThat(CategoryRules.moved(CategoryRules.moved(order, 3, 2), 3, 2)).containsExactly(1L, 3L, 2L);
    }

    private static List<FieldError> check(
            String slug,
            String icon,
            String colour,
            String name,
            String description,
            String rules,
            List<String> moderators) {
        return CategoryRules.check(CategoryRules.clean(text(slug, icon, colour, name, description, rules, moderators)));
    }

    private static CategoryText text(
            String slug,
            String icon,
            String colour,
            String name,
            String description,
            String rules,
            List<String> moderators) {
        return new CategoryText(
                slug, icon, colour, name, name, description, description, "", "", rules, rules, moderators);
    }
}
