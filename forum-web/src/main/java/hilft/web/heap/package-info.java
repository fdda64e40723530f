/**
 * Decided: what is kept to be quick takes parts of the heap, whatever its size, and all parts together take 15 %: in the
 * smallest heap that is deployed half lives without them, and a collector that has no room left works without end.
 */
@NullMarked
package hilft.web.heap;

import org.jspecify.annotations.NullMarked;
