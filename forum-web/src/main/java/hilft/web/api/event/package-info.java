/** Events: what an answer takes and what marketing does are states as resources; whoever may not see an event finds none. */
@NullMarked
package hilft.web.api.event;

import org.jspecify.annotations.NullMarked;
