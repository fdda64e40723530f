/** Decided: the home page shows what helps at once, not what is newest. */
@NullMarked
package hilft.web.page.home;

import org.jspecify.annotations.NullMarked;
