@NullMarked
package hilft.web.cache;

import org.jspecify.annotations.NullMarked;
