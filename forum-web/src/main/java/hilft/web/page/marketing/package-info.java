/** Decided: planning is a plain form that survives an expired login; only lists are PrimeFaces, and what cannot be taken back has a page that asks. */
@NullMarked
package hilft.web.page.marketing;

import org.jspecify.annotations.NullMarked;
