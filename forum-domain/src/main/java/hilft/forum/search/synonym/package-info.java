/**
 * Synonyms are a text that people edit, one line for each meaning. They widen what is asked and not what is stored, so that
 * a new list counts at once and nothing has to be built anew.
 */
@NullMarked
package hilft.forum.search.synonym;

import org.jspecify.annotations.NullMarked;
