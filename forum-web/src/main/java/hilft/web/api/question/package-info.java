/** Questions, answers and what is done with them; each action is a resource of its own that PUT makes and DELETE takes back. */
@NullMarked
package hilft.web.api.question;

import org.jspecify.annotations.NullMarked;
