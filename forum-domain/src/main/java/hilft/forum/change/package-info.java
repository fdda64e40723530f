/** Nodes tell each other through the database what has changed: it is there anyway, and a change and its note commit together. */
@NullMarked
package hilft.forum.change;

import org.jspecify.annotations.NullMarked;
