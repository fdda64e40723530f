/** Ways to a question by its words; whatever finds them, what may be seen is decided when the answer is written. */
@NullMarked
package hilft.web.api.search;

import org.jspecify.annotations.NullMarked;
