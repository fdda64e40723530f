/** Members are named by handle; their points come from one statement for a whole answer. */
@NullMarked
package hilft.web.api.member;

import org.jspecify.annotations.NullMarked;
