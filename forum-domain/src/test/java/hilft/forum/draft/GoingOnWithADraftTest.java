package hilft.forum.draft;

import hilft.forum.draft.DraftPlace.Kind;
import hilft.forum.question.PostId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where drafts belong, and who may go on with one. */
class GoingOnWithADraftTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask",
                "ask~12",
                "answer-42",
                "comment-question-42",
                "comment-answer-7~3",
                "edit-question-42-revision-3",
                "edit-answer-7",
                "edit-comment-9"
            })
    void thesePlacesAreKnown(String name) {
        assertThat(DraftPlace.find(name)).map(DraftPlace::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ask",
                "ask~",
                "ask~0",
                "ask~1~2",
                "answer-",
                "answer-0",
                "answer--1",
                "comment-comment-1",
                "edit-7",
                "comment-answer-7-revision-1",
                "answer-9999999999999999999",
                "ask\n",
                "../ask"
            })
    void nothingElseIsAPlace(String name) {
        assertThat(DraftPlace.find(name)).isEmpty();
    }

    @Test
    void aPlaceKnowsItsPost() {
        assertThat(DraftPlace.ASK.post()).isEmpty();
        assertThat(new DraftPlace("answer-42~5").post()).contains(PostId.question(42));
        assertThat(new DraftPlace("comment-answer-7").post()).contains(PostId.answer(7));
        assertThat(new DraftPlace("edit-comment-9").post()).contains(PostId.comment(9));
        assertThat(new DraftPlace("edit-question-3-revision-2").post()).contains(PostId.question(3));
        assertThat(new DraftPlace("edit-question-3").kind()).isEqualTo(Kind.CHANGE);
        assertThat(new DraftPlace("ask~9").kind()).isEqualTo(Kind.QUESTION);
    }

    @Test
    void whatIsPutAsideStaysAtItsPlace() {
        DraftPlace aside = new DraftPlace("answer-42").aside(5);
        assertThat(aside.name()).isEqualTo("answer-42~5");
        assertThat(aside.aside(6).name()).isEqualTo("answer-42~6");
        assertThat(aside.isAt(DraftPlace.answerTo(42))).isTrue();
        assertThat(aside.isAt(DraftPlace.answerTo(43))).isFalse();
    }

    @Test
    void onlyWhoHasSeenADraftGoesOnWithIt() {
        assertThat(DraftRules.mayGoOn(new DraftSeen("a", 5, 3), "b", 3)).isTrue();
        assertThat(DraftRules.mayGoOn(new DraftSeen("a", 5, 2), "b", 3)).isFalse();
        assertThat(DraftRules.mayGoOn(new DraftSeen("a", 5, 2), "a", 3))
                .as("an answer was lost on its way")
                .isTrue();
        assertThat(DraftRules.mayGoOn(new DraftSeen("", 5, 2), "", 3)).isFalse();
        assertThat(new DraftSeen("<script>", 1, 1).writer()).isEmpty();
    }

    @Test
    void aDraftMayBeLongerThanAPost() {
        assertThat(DraftRules.check(DraftText.body("👍".repeat(40_000)))).isEmpty();
        assertThat(DraftRules.check(DraftText.body("x".repeat(40_001)))).hasSize(1);
        assertThat(DraftRules.check(DraftText.change("x", "y".repeat(301), 1))).hasSize(1);
    }
}
