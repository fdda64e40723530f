package hilft.stack.social;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;

/** What tests and the curious may do to the simulator, below {@code /dev/x}. */
final class DevEndpoints {
    private static final int LONGEST = 86_400;

    private final Posts posts;
    private final Grants grants;
    private final Faults faults;
    private final Runnable remember;
    private final TimelinePages pages;
    private final String webUrl;
    private final String styles;

    DevEndpoints(
            Posts posts,
            Grants grants,
            Faults faults,
            Runnable remember,
            TimelinePages pages,
            String webUrl,
            String styles) {
        this.posts = posts;
        this.grants = grants;
        this.faults = faults;
        this.remember = remember;
        this.pages = pages;
        this.webUrl = webUrl;
        this.styles = styles;
    }

    void answer(Exchange exchange) throws IOException {
        try {
            switch (exchange.method() + " " + exchange.path()) {
                case "GET /dev/x/style.css" -> exchange.send(200, "text/css", styles);
                case "GET /dev/x/posts.json" -> exchange.answer(200, all());
                case "POST /dev/x/posts" -> pages.write(exchange);
                case "GET /dev/x/faults" -> exchange.answer(200, faults.json());
                case "POST /dev/x/faults" -> {
                    requireOwn(exchange);
                    faults.order(exchange.json());
                    exchange.answer(201, faults.json());
                }
                case "DELETE /dev/x/faults" -> {
                    faults.clear();
                    exchange.nothing();
                }
                case "POST /dev/x/revoke" -> {
                    requireOwn(exchange);
                    grants.revokeAll();
                    remember.run();
                    exchange.nothing();
                }
                case "POST /dev/x/expire" -> {
                    requireOwn(exchange);
                    grants.expireAccess();
                    remember.run();
                    exchange.nothing();
                }
                case "GET /dev/x/settings" -> exchange.answer(200, settings());
                case "PUT /dev/x/settings" -> {
                    change(exchange.json());
                    exchange.answer(200, settings());
                }
                default -> pages.missing(exchange);
            }
        } catch (XProblem problem) {
            exchange.answer(problem.status(), problem.body());
        }
    }

    /** A page of another site could send these without asking; PUT and DELETE it could not. */
    private static void requireOwn(Exchange exchange) {
        if (exchange.isForeign()) {
            throw XProblem.forbidden("The request came from another site.");
        }
    }

    private JsonArray all() {
        var list = new JsonArray();
        for (var post : posts.all()) {
            var author = posts.author(post);
            var json = new JsonObject();
            json.addProperty("id", post.id());
            json.addProperty("author", author.handle());
            json.addProperty("text", post.text());
            json.addProperty("inReplyTo", post.inReplyTo());
            json.addProperty("createdAt", post.createdAt().toString());
            json.addProperty("visible", posts.visible(post.id()).isPresent());
            json.addProperty("url", webUrl + "/i/status/" + post.id());
            json.addProperty("accepted", posts.accepted(post));
            json.addProperty("attempts", posts.attempts(post));
            list.add(json);
        }
        return list;
    }

    private JsonObject settings() {
        var settings = new JsonObject();
        settings.addProperty("expiresIn", grants.lifetime().toSeconds());
        settings.addProperty("refuseDuplicates", posts.duplicatesRefused());
        return settings;
    }

    private void change(JsonObject wish) {
        try {
            if (wish.has("expiresIn")) {
                var seconds = wish.get("expiresIn").getAsInt();
                if (seconds < 1 || seconds > LONGEST) {
                    throw XProblem.invalid("expiresIn is a number from 1 to " + LONGEST);
                }
                grants.live(Duration.ofSeconds(seconds));
            }
            if (wish.has("refuseDuplicates")) {
                posts.refuseDuplicates(wish.get("refuseDuplicates").getAsBoolean());
            }
        } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw XProblem.invalid("expiresIn is a number, refuseDuplicates true or false");
        }
    }
}
