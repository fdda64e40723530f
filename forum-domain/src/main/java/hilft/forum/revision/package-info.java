/**
 * An edited post keeps every text it had, whole, beside the post; comparing is for readers. This package knows nothing of
 * questions and answers but their ids, so that no edit can pass it by.
 */
@NullMarked
package hilft.forum.revision;

import org.jspecify.annotations.NullMarked;
