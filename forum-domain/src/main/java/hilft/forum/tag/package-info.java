/**
 * A tag is a word on questions and needs no row; a row says more about it: what it means, or which other tag it stands for.
 * Who merges two of them waits for nothing: the questions follow in the outbox, and until then addresses already lead on.
 */
@NullMarked
package hilft.forum.tag;

import org.jspecify.annotations.NullMarked;
