/** A draft is written by POST, again and again: where it ends up is the server's to say, since another window may have its place. */
@NullMarked
package hilft.web.api.draft;

import org.jspecify.annotations.NullMarked;
