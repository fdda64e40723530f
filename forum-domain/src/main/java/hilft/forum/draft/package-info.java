/**
 * A text is kept from its first words on, where its author alone sees it. Decided: two windows never overwrite each other. The
 * one that writes last has the place, the text of the other is put aside as a draft of its own, and both are told.
 */
@NullMarked
package hilft.forum.draft;

import org.jspecify.annotations.NullMarked;
