package hilft.stack.demo;

import hilft.stack.Stack;
import hilft.stack.StackProblem;
import java.time.Duration;
import java.time.Instant;

/** What people outside wrote before the demo began, and the forum's permission to answer them. */
public final class OutsideContent {
    private OutsideContent() {}

    /** Fills an empty timeline and connects the forum with X, unless earlier starts have done so. */
    public static void load(Stack stack) {
        var now = Instant.now();
        if (stack.x().isEmpty()) {
            DemoFiles.outsidePosts()
                    .forEach(post -> stack.x().remember(post.name(), post.text(), now.minus(post.sinceThen())));
        }
        if (!stack.x().isConnected()) {
            connect(stack);
        }
    }

    /** A forum without X is a forum still. */
    private static void connect(Stack stack) {
        try {
            stack.progress().step("The forum is connected with the simulated X", () -> {
                stack.connectX();
                return stack;
            });
        } catch (StackProblem notConnected) {
            stack.progress().say("  " + notConnected.getMessage());
        }
    }

    /** Told oldest first; {@code ago} as in {@code PT3H10M}. */
    record OutsidePost(String name, String text, String ago) {
        Duration sinceThen() {
            return Duration.parse(ago);
        }
    }
}
