/** A journey tells a story in the users' words, in a real browser on the real stack, and looks at every page it sees. */
@NullMarked
package hilft.journey;

import org.jspecify.annotations.NullMarked;
