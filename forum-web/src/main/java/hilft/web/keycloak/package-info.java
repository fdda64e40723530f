/**
 * Asks Keycloak what has changed instead of being told: a poll misses nothing while either side is down, needs no
 * extension inside Keycloak, and reads with an account that may only look.
 */
@NullMarked
package hilft.web.keycloak;

import org.jspecify.annotations.NullMarked;
