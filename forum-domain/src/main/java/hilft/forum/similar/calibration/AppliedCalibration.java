package hilft.forum.similar.calibration;

import java.time.Instant;

/** A line of the log: who put which calibration in the place of the one before; {@code own} is false for the one that comes with the forum. */
public record AppliedCalibration(
        long id, String language, boolean own, int decisions, Targets targets, long appliedBy, Instant appliedAt) {}
