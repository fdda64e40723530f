/** Decided: what is a member's own is found in one place, and each of its lists has an address. */
@NullMarked
package hilft.web.page.mine;

import org.jspecify.annotations.NullMarked;
