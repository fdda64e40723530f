package hilft.rewards.reputation;

import java.util.Locale;

/** What earns or costs points. */
public enum Credit {
    SOLUTION(15),
    ACCEPTING(2),
    ANSWER_UP(5),
    ANSWER_DOWN(-2),
    QUESTION_UP(2),
    /** A question voted down costs nothing; the credit exists so that the rule is said and not forgotten. */
    QUESTION_DOWN(0);

    private final int points;

    Credit(int points) {
        this.points = points;
    }

    int points() {
        return points;
    }

    boolean isVote() {
        return this != SOLUTION && this != ACCEPTING;
    }

    /** Everything that earns, solutions aside, counts to the limit of a day. */
    boolean isLimited() {
        return this != SOLUTION && points > 0;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
