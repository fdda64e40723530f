/**
 * A guest's calendar entry follows iTIP (RFC 5546): REQUEST with the time zone it was made for, then CANCEL, told apart by
 * a sequence that only grows. Time zones come from the same rules by which the forum reckons, not from a copy of the
 * library's.
 */
@NullMarked
package hilft.web.calendar;

import org.jspecify.annotations.NullMarked;
