/** What every resource speaks: strict JSON in, lists and entity tags out, who is calling. */
@NullMarked
package hilft.web.api.http;

import org.jspecify.annotations.NullMarked;
