/**
 * The same question, asked in other words or in the other language. What decides between two ways of finding it is the
 * table of figures that the quality tests print, never taste; without a model, words alone must do.
 */
@NullMarked
package hilft.forum.similar;

import org.jspecify.annotations.NullMarked;
