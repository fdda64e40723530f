package hilft.forum.similar.calibration;

import hilft.forum.similar.Confidence;
import hilft.forum.similar.PrecisionCurve;
import org.jspecify.annotations.Nullable;

/**
 * What the forum's own decisions say of the confidence that counts, and of the one that they would lead to; the latter is
 * missing while there are too few of them. {@code accepted} and {@code rejected} are how many there are. While they are too
 * few to tell anything of the confidence that came with the forum, {@code ofCurrent} is what labelled sets say of it, and
 * {@code labelled} is true.
 */
public record CalibrationPreview(
        long accepted,
        long rejected,
        Confidence current,
        PrecisionCurve ofCurrent,
        boolean labelled,
        @Nullable Confidence fitted,
        @Nullable PrecisionCurve ofFitted) {

    public boolean isEnough() {
        return fitted != null;
    }
}
