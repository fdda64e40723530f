package hilft.web.channel.x;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/** X's token endpoint (OAuth 2.0): a confidential client with a secret, a public one without. */
@ApplicationScoped
class XOAuth {

    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(2);
    private static final int LONGEST_TOKEN = 3000;

    /** X has answered, and hands out no tokens; the error is a code of RFC 6749 or the status. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final String error;

        Refused(String error) {
            super(error);
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    @Inject
    XSettings settings;

    @Inject
    XHttp http;

    XGrant exchange(String code, String verifier) throws Refused, NotSent, NoReply {
        return grant(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                settings.callbackUrl(),
                "code_verifier",
                verifier));
    }

    XGrant renew(String refreshToken) throws Refused, NotSent, NoReply {
        return grant(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private XGrant grant(Map<String, String> form) throws Refused, NotSent, NoReply {
        XReply reply = http.send(request("/2/oauth2/token", form));
        if (reply.status() == 429 || reply.status() >= 500) {
            throw new NotSent("X hands out no tokens now (" + reply.status() + ")");
        }
        JsonObject body = reply.json();
        if (!reply.isSuccess()) {
            throw new Refused(XReply.text(body, "error")
                    .filter(error -> error.matches("[a-z_]{1,40}"))
                    .orElse(Integer.toString(reply.status())));
        }
        return new XGrant(
                XReply.text(body, "access_token")
                        .filter(token -> !token.isBlank() && token.length() <= LONGEST_TOKEN)
                        .orElseThrow(() -> new Refused("no_token")),
                XReply.text(body, "refresh_token")
                        .filter(token -> !token.isBlank() && token.length() <= LONGEST_TOKEN)
                        .orElse(null),
                body.get("expires_in") instanceof JsonNumber seconds
                        ? Duration.ofSeconds(Math.max(0, Math.min(seconds.longValue(), 31_536_000)))
                        : DEFAULT_LIFETIME);
    }

    /** Tells X that a token is no longer wanted. */
    void revoke(String token) throws NotSent, NoReply {
        http.send(request("/2/oauth2/revoke", Map.of("token", token)));
    }

    private HttpRequest request(String path, Map<String, String> form) {
        Map<String, String> fields = new LinkedHashMap<>(form);
        HttpRequest.Builder request =
                XHttp.request(settings.api(path)).header("Content-Type", "application/x-www-form-urlencoded");
        if (settings.clientSecret().isPresent()) {
            String account = encode(settings.clientId()) + ":"
                    + encode(settings.clientSecret().get());
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8)));
        } else {
            fields.put("client_id", settings.clientId());
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
