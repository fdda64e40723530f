/** Container tests share few deployments, because each one boots a server. */
@NullMarked
package hilft.shared;

import org.jspecify.annotations.NullMarked;
