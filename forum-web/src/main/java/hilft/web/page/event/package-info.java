/** Decided: an event that is not published looks like none to whoever is not invited; an answer is always a form, never a link. */
@NullMarked
package hilft.web.page.event;

import org.jspecify.annotations.NullMarked;
