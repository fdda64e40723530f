/**
 * Text is cut into terms here and nowhere else, so that Lucene and OpenSearch hold the same terms: both get them ready,
 * separated by blanks.
 */
@NullMarked
package hilft.forum.search.analysis;

import org.jspecify.annotations.NullMarked;
