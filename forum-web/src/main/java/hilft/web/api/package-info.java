/** The public REST API: one resource class per noun, listed in {@link hilft.web.api.Api}; resources only translate, every decision is a use case's. */
@NullMarked
package hilft.web.api;

import org.jspecify.annotations.NullMarked;
