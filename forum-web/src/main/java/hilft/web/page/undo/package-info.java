/**
 * What was published just now can be taken back into the form it came from. Decided: it is visible at once, but nobody is told
 * for {@code hilft.undo-seconds}; the button stays as long as the page, and the use case says whether it is too late.
 */
@NullMarked
package hilft.web.page.undo;

import org.jspecify.annotations.NullMarked;
