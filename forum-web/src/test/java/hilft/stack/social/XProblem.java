package hilft.stack.social;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A refusal in the form and, where it is known, the words of X. */
final class XProblem extends RuntimeException {
    private static final String PLAIN = "about:blank";
    private static final String INVALID = "https://api.twitter.com/2/problems/invalid-request";

    private final int status;
    private final JsonObject body;

    private XProblem(int status, JsonObject body) {
        super(body.toString());
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    JsonObject body() {
        return body;
    }

    /** A parameter or field that X does not take; {@code message} tells which. */
    static XProblem invalid(String message) {
        var error = new JsonObject();
        error.addProperty("message", message);
        var errors = new JsonArray();
        errors.add(error);
        var body = new JsonObject();
        body.add("errors", errors);
        body.addProperty("title", "Invalid Request");
        body.addProperty("detail", "One or more parameters to your request was invalid.");
        body.addProperty("type", INVALID);
        return new XProblem(400, body);
    }

    static XProblem unauthorized() {
        return plain(401, "Unauthorized", "Unauthorized");
    }

    static XProblem forbidden(String detail) {
        return plain(403, "Forbidden", detail);
    }

    static XProblem duplicate() {
        return forbidden("You are not allowed to create a Tweet with duplicate content.");
    }

    static XProblem replyRefused() {
        return forbidden("Reply to this conversation is not allowed because you have not been mentioned or otherwise"
                + " engaged by the author of the post you are replying to.");
    }

    static XProblem tooMany() {
        return plain(429, "Too Many Requests", "Too Many Requests");
    }

    static XProblem broken(int status) {
        return status == 503
                ? plain(503, "Service Unavailable", "Service Unavailable")
                : plain(status, "Internal Server Error", "Something is broken.");
    }

    static XProblem missing() {
        return plain(404, "Not Found", "Not Found");
    }

    private static XProblem plain(int status, String title, String detail) {
        var body = new JsonObject();
        body.addProperty("title", title);
        body.addProperty("detail", detail);
        body.addProperty("type", PLAIN);
        body.addProperty("status", status);
        return new XProblem(status, body);
    }

    /** A refusal of {@code /2/oauth2}, which has the form of RFC 6749. */
    static XProblem oauth(int status, String error, String description) {
        var body = new JsonObject();
        body.addProperty("error", error);
        body.addProperty("error_description", description);
        return new XProblem(status, body);
    }

    /** One thing that was asked for and does not exist is no failure of the request. */
    static JsonObject notFound(String type, String parameter, String id) {
        var error = new JsonObject();
        error.addProperty("value", id);
        error.addProperty("detail", "Could not find " + type + " with " + parameter + ": [" + id + "].");
        error.addProperty("title", "Not Found Error");
        error.addProperty("resource_type", type);
        error.addProperty("parameter", parameter);
        error.addProperty("resource_id", id);
        error.addProperty("type", "https://api.twitter.com/2/problems/resource-not-found");
        var errors = new JsonArray();
        errors.add(error);
        var body = new JsonObject();
        body.add("errors", errors);
        return body;
    }
}
