/** Flags by members, decisions by moderators. */
@NullMarked
package hilft.web.api.moderation;

import org.jspecify.annotations.NullMarked;
