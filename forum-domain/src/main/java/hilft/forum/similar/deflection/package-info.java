/**
 * What becomes of questions that somebody begins to ask is counted without the somebody: no member, no address, no text, no
 * moment, and after 90 days only sums.
 */
@NullMarked
package hilft.forum.similar.deflection;

import org.jspecify.annotations.NullMarked;
