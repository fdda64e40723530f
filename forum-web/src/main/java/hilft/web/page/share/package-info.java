/**
 * Decided: sharing is plain links that lead to the networks, so that none of them hears of a reader who does not press
 * one, and no script of theirs runs here.
 */
@NullMarked
package hilft.web.page.share;

import org.jspecify.annotations.NullMarked;
