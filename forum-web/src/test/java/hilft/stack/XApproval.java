package hilft.stack;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Walks the way by which an administrator connects the forum with X, on the forum's and X's own pages. */
final class XApproval {
    private static final String CONSOLE = "/admin/channels";

    private final Stack stack;
    private final BlindBrowser browser;

    XApproval(Stack stack) {
        this.stack = stack;
        this.browser = new BlindBrowser(stack.url());
    }

    /** Connects as the demo's administrator, who presses "Allow". */
    void give() {
        browser.login("admin@example.org", Realm.PASSWORD, CONSOLE);
        var question = browser.follow(browser.post("/forms/channels/x/connect", Map.of(), "Origin", stack.url()));
        if (question.status() != 200 || !question.address().getPath().equals("/i/oauth2/authorize")) {
            throw refused(question);
        }
        var answer = new HashMap<>(fields(String.valueOf(question.address().getRawQuery())));
        answer.put("decision", "allow");
        var last = browser.submit(question, answer);
        if (!stack.x().isConnected()) {
            throw refused(last);
        }
    }

    private StackProblem refused(BlindBrowser.Page page) {
        return new StackProblem(
                "X is not connected: " + page.address() + " answered " + page.status(),
                "connect it by hand at " + stack.url() + CONSOLE);
    }

    private static Map<String, String> fields(String query) {
        var fields = new HashMap<String, String>();
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> fields.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return fields;
    }
}
