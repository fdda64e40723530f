/** Categories, with the number of their questions. */
@NullMarked
package hilft.web.api.category;

import org.jspecify.annotations.NullMarked;
