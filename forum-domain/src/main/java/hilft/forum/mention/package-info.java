/** Whom a text names by @. Decided: a text stays plain Markdown; each post tells each member once and ten members at most. */
@NullMarked
package hilft.forum.mention;

import org.jspecify.annotations.NullMarked;
