/** Decided: a page is a bean that reads its state from the address and answers a form by one use case. */
@NullMarked
package hilft.web.page;

import org.jspecify.annotations.NullMarked;
