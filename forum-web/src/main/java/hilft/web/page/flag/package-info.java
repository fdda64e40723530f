/** Decided: reporting is a page of its own, so that it works without script. */
@NullMarked
package hilft.web.page.flag;

import org.jspecify.annotations.NullMarked;
