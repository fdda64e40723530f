/**
 * The forum's outside world is played on loopback in the wire format of the real one, so that demo and tests meet its
 * refusals and accidents without anybody outside seeing a word.
 */
@NullMarked
package hilft.stack.social;

import org.jspecify.annotations.NullMarked;
