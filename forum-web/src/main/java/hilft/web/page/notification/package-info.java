/** Decided: reading is an act of the member: opening a notification marks it, looking at the list does not. */
@NullMarked
package hilft.web.page.notification;

import org.jspecify.annotations.NullMarked;
