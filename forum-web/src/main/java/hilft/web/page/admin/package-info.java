/** Decided: what connects the forum with the outside is switched on and off here, by admins alone and by hand. */
@NullMarked
package hilft.web.page.admin;

import org.jspecify.annotations.NullMarked;
