/** Comments through the API, under questions and answers alike. */
@NullMarked
package hilft.web.api.comment;

import org.jspecify.annotations.NullMarked;
