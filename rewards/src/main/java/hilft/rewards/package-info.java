@NullMarked
package hilft.rewards;

import org.jspecify.annotations.NullMarked;
