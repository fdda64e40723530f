/**
 * A thread shows the first few comments of each post; all of them, and the form that works without script, stand on a page
 * of the post's own, so that a thread stays short and is kept whole.
 */
@NullMarked
package hilft.web.page.comment;

import org.jspecify.annotations.NullMarked;
