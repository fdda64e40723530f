/**
 * The forum learns from what people decide about its suggestions how far to trust a likeness, but only when an
 * administrator has looked at what that would change. Decisions are figures: no text, no person, no thread.
 */
@NullMarked
package hilft.forum.similar.calibration;

import org.jspecify.annotations.NullMarked;
