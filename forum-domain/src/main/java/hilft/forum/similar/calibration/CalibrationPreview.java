package hilft.forum.similar.calibration;

import hilft.forum.similar.Confidence;
import hilft.forum.similar.PrecisionCurve;
import org.jspecify.annotations.Nullable;

/**
 * What the forum's own decisions say of the confidence that counts, and of the one that they would lead to; the latter is
 * missing while there are too few of them. {@code accepted} and {@code rejected} are how many there are.
 */
public record CalibrationPreview(
        long accepted,
        long rejected,
        Confidence current,
        PrecisionCurve ofCurrent,
        @Nullable Confidence fitted,
        @Nullable PrecisionCurve ofFitted) {

    public boolean isEnough() {
        return fitted != null;
    }
}
