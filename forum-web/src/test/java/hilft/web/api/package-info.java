/** The API is tried as its clients use it: over HTTP, with tokens of the real Keycloak, on the real database. */
@NullMarked
package hilft.web.api;

import org.jspecify.annotations.NullMarked;
