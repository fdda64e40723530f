/**
 * Jakarta Security keeps the login, one decorator repairs it, and every filter that judges a request before the pages
 * see it stands here, so that no page or resource decides about trust on its own.
 */
@NullMarked
package hilft.web.security;

import org.jspecify.annotations.NullMarked;
