package hilft.forum.similar.calibration;

import hilft.forum.shared.FieldError;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often, in percent, what is given as an answer and what is suggested should be right; 50 to 99 and 5 to 95. */
public record Targets(int answers, int suggestions) {

    public static final Targets STANDARD = new Targets(95, 30);

    void check() {
        FieldError[] errors = Stream.of(
                        range("answers", answers, 50, 99), range("suggestions", suggestions, 5, Math.min(95, answers)))
                .filter(Objects::nonNull)
                .toArray(FieldError[]::new);
        if (errors.length > 0) {
            throw new CalibrationProblem(CalibrationProblem.Reason.INVALID, errors);
        }
    }

    private static @Nullable FieldError range(String field, int percent, int min, int max) {
        return percent >= min && percent <= max ? null : new FieldError(field, "calibration.range", min, max);
    }
}
