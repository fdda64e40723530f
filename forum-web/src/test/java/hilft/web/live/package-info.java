@NullMarked
package hilft.web.live;

import org.jspecify.annotations.NullMarked;
