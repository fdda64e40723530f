/**
 * A comment asks back or adds a line to a post, and is no answer: it cannot be voted or accepted, moves no list, is in no
 * search index and no feed, and of its edits no revisions are kept.
 */
@NullMarked
package hilft.forum.comment;

import org.jspecify.annotations.NullMarked;
