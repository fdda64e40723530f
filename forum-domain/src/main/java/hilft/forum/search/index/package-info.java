/**
 * One document for each thread. It holds ids and terms, no text to be shown: names, texts and what may be seen come from
 * the database whenever they are read, so that a new handle or a category's new name needs no writing here.
 */
@NullMarked
package hilft.forum.search.index;

import org.jspecify.annotations.NullMarked;
