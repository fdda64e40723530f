/** Content needs a past and tests need a future: this package becomes a jar in the stack's copy of the WAR, never in the release. */
@NullMarked
package hilft.stack.clock;

import org.jspecify.annotations.NullMarked;
