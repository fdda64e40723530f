@NullMarked
package hilft.web.health;

import org.jspecify.annotations.NullMarked;
