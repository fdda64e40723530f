/** Readers without a session share whole pages; what has changed is told by numbers a page remembers, so nothing is searched or swept. */
@NullMarked
package hilft.web.cache;

import org.jspecify.annotations.NullMarked;
