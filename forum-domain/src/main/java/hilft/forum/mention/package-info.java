/** Whom a text can name. Decided: a mention is a link to a profile, made while writing; nobody is told of it, and texts stay plain Markdown. */
@NullMarked
package hilft.forum.mention;

import org.jspecify.annotations.NullMarked;
