/** Every refusal and every failure leaves the API as RFC 9457 problem details in the caller's language; nothing else does. */
@NullMarked
package hilft.web.api.problem;

import org.jspecify.annotations.NullMarked;
