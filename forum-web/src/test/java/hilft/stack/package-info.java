/** The whole stack runs as child processes of one JVM, so that the demo, the tests and the bench meet the same real servers. */
@NullMarked
package hilft.stack;

import org.jspecify.annotations.NullMarked;
