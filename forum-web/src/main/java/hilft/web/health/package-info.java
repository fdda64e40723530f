/** What machines ask about the forum; a figure that costs a statement is read only when somebody asks. */
@NullMarked
package hilft.web.health;

import org.jspecify.annotations.NullMarked;
