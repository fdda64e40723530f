@NullMarked
package hilft.forum;

import org.jspecify.annotations.NullMarked;
