package hilft.web.api.member;

import hilft.forum.mention.MentionQueries;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.security.RateLimits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Whom the caller can name in a text. Only members ask, and not without end, so that nobody reads out all names. */
@Path("me/mentionable")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MentionableResource {

    private static final int MOST = 8;

    @Inject
    Caller caller;

    @Inject
    MentionQueries mentions;

    @Inject
    RateLimits rateLimits;

    @GET
    public Listing<MentionableJson> list(
            @QueryParam("q") @DefaultValue("") String typed, @QueryParam("question") @Nullable Long question) {
        long me = caller.member().id();
        rateLimits.take(RateLimits.Limit.MENTION);
        return Listing.all(mentions.list(typed, question, me, MOST).stream()
                .map(MentionableJson::of)
                .toList());
    }
}
