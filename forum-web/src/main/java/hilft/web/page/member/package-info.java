/** Decided: a profile explains every point it shows. */
@NullMarked
package hilft.web.page.member;

import org.jspecify.annotations.NullMarked;
