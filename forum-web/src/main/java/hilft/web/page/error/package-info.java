/** Decided: an error page needs nothing that may be broken. */
@NullMarked
package hilft.web.page.error;

import org.jspecify.annotations.NullMarked;
