/**
 * Decided: markup that shows nothing but one value is made once for equal values, whoever looks. The value itself is the
 * key, so nothing is ever stale and nobody sees what belongs to somebody else: another value is another key. A whole page
 * is kept in the same way, by all it shows; where it shows its reader it has gaps, which are filled with fragments.
 */
@NullMarked
package hilft.web.faces.kept;

import org.jspecify.annotations.NullMarked;
