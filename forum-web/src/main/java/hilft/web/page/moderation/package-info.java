/** Decided: every decision is a form with a reason. */
@NullMarked
package hilft.web.page.moderation;

import org.jspecify.annotations.NullMarked;
