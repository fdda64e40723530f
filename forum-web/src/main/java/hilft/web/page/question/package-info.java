/** Decided: a thread is one address with the solution first, whatever order it grew in. */
@NullMarked
package hilft.web.page.question;

import org.jspecify.annotations.NullMarked;
