/**
 * What was published just now can be taken back into the form it came from. Decided: it is visible at once, but nobody is told
 * for {@code hilft.undo-seconds}; a script takes the button away by then,
 * and the use case says whether it is too late, a little later, so that a slow connection costs nothing. What is taken back
 * long after is asked once more on a page of its own and goes the same way.
 */
@NullMarked
package hilft.web.page.undo;

import org.jspecify.annotations.NullMarked;
