/** Demo content is written by hand and played through the public API in time order, so that its points and notices are earned. */
@NullMarked
package hilft.stack.demo;

import org.jspecify.annotations.NullMarked;
