package hilft.web.api.http;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Gives every representation an entity tag and answers 304 to who has it already. A tag is
 * {@code <edit version>-<hash of the text>}: the hash tells readers that anything has changed, the version before it tells
 * {@link IfMatch} whether what PATCH changes has.
 */
@Provider
public class EntityTags implements ContainerResponseFilter {

    @Context
    Providers providers;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (entity == null || response.getStatus() >= 300 || entity instanceof String) {
            return;
        }
        String json = jsonb().toJson(entity);
        EntityTag tag = new EntityTag((entity instanceof Versioned one ? one.editVersion() + "-" : "") + hash(json));
        response.getHeaders().putSingle("ETag", tag);
        response.getHeaders().putSingle("Cache-Control", "private, no-cache");
        response.getHeaders().putSingle("Vary", "Authorization, Cookie");
        Response.ResponseBuilder unchanged =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD")
                        ? request.getRequest().evaluatePreconditions(tag)
                        : null;
        if (unchanged != null) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        } else {
            response.setEntity(json, response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private Jsonb jsonb() {
        ContextResolver<Jsonb> resolver = providers.getContextResolver(Jsonb.class, MediaType.APPLICATION_JSON_TYPE);
        return resolver.getContext(Jsonb.class);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
