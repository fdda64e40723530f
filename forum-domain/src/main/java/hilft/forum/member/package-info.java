/** Keycloak owns identity; the forum keeps its own Member id, keyed by subject, so that deleting a person keeps posts and ledger. */
@NullMarked
package hilft.forum.member;

import org.jspecify.annotations.NullMarked;
