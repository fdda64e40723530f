/** Container tests of one deployment: all of them run in one server, because each one takes ten seconds to boot. */
@NullMarked
package hilft.shared;

import org.jspecify.annotations.NullMarked;
