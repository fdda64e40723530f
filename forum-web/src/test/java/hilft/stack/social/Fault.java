package hilft.stack.social;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An accident ordered for the next calls of an endpoint. */
record Fault(Endpoint on, Answer answer, int times, int seconds) {

    /** What the caller meets. Where the connection is lost, {@code seconds} may be 0 to spare the waiting. */
    enum Answer {
        /** Done, but the connection is lost after the seconds, without an answer. */
        TIMEOUT_AFTER_ACCEPT(true, 15),
        /** Not done, and the connection is lost after the seconds, without an answer. */
        TIMEOUT_BEFORE_ACCEPT(false, 15),
        /** Done, the connection is lost at once, and the post appears only after the seconds. */
        LATE(true, 5),
        /** Done and answered, but only after the seconds. */
        SLOW(true, 5),
        /** Done, but answered by a 503. */
        ACCEPT_THEN_503(true, 0),
        /** Not done, and the connection is lost at once. */
        DROP(false, 0),
        STATUS_500(false, 0),
        STATUS_503(false, 0),
        STATUS_401(false, 0),
        STATUS_403(false, 0),
        /** Refused until the seconds are over; so says {@code x-rate-limit-reset}. */
        STATUS_429(false, 15);

        private final boolean accepted;
        private final int seconds;

        Answer(boolean accepted, int seconds) {
            this.accepted = accepted;
            this.seconds = seconds;
        }

        /** As one writes it in a fault: {@code timeout-after-accept}, {@code 503}. */
        String label() {
            return name().replace("STATUS_", "").toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isAccepted() {
            return accepted;
        }

        int usualSeconds() {
            return seconds;
        }

        static Optional<Answer> of(String label) {
            return Arrays.stream(values())
                    .filter(answer -> answer.label().equals(label))
                    .findFirst();
        }
    }

    String words() {
        return "the next " + times + " × " + on.label() + ": " + answer.label();
    }
}
