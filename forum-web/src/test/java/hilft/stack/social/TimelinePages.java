package hilft.stack.social;

import hilft.forum.text.Languages;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an outside person sees and does: read, post under any name, answer. */
final class TimelinePages {
    private static final int NEWEST = 50;
    private static final int DEEPEST = 6;
    private static final int NAME = 50;

    private final Posts posts;
    private final Faults faults;
    private final Runnable remember;

    TimelinePages(Posts posts, Faults faults, Runnable remember) {
        this.posts = posts;
        this.faults = faults;
        this.remember = remember;
    }

    /** What somebody typed and why it was not taken; the post it answers, or nothing. */
    private record Draft(String name, String text, String replyTo, String nameError, String textError) {
        static final Draft EMPTY = new Draft("", "", "", "", "");

        boolean isRefused() {
            return !nameError.isEmpty() || !textError.isEmpty();
        }
    }

    void timeline(Exchange exchange) throws IOException {
        exchange.page(200, timeline(Draft.EMPTY));
    }

    private String timeline(Draft draft) {
        var brand = posts.brand();
        var threads = posts.beginnings();
        return Html.page("Timeline", "Timeline", """
                <p class="quiet">A stand-in for X. Post as somebody outside; whoever mentions <b>@%s</b>
                can be answered by the forum’s staff. What is written here is kept in the folder of this stack.</p>
                %s<section class="panel panel-body social-write" aria-labelledby="write"><h2 id="write">Post as somebody outside</h2>
                %s</section><section class="social-threads" aria-labelledby="posts"><h2 id="posts">Newest first</h2>%s</section>""".formatted(
                        Html.escape(brand.handle()),
                        accidents(),
                        form(draft.replyTo().isEmpty() ? draft : Draft.EMPTY, ""),
                        threads.isEmpty()
                                ? "<p class=\"empty\">Nobody has posted yet."
                                : threads.stream()
                                        .limit(NEWEST)
                                        .map(post -> thread(post, 0, draft))
                                        .collect(Collectors.joining("\n", "<ol class=\"social-thread\">", "</ol>"))));
    }

    private String accidents() {
        var pending = faults.pending();
        return pending.isEmpty()
                ? ""
                : pending.stream()
                        .map(fault -> "<li>" + Html.escape(fault.words()))
                        .collect(Collectors.joining(
                                "",
                                "<div class=\"notice is-warning\"><div><h2>Accidents that are still to come</h2><ul>",
                                "</ul></div></div>"));
    }

    void status(Exchange exchange) throws IOException {
        var id = exchange.path().replaceFirst(".*/", "");
        var post = posts.visible(id).orElse(null);
        if (post == null) {
            missing(exchange);
            return;
        }
        exchange.page(200, status(post, Draft.EMPTY));
    }

    private String status(Post post, Draft draft) {
        var above = posts.visible(post.inReplyTo())
                .map(original -> "<p><a href=\"/i/status/%s\">Show the post this answers</a>".formatted(original.id()))
                .orElse("");
        return Html.page(
                posts.author(post).name(),
                "post",
                above + "<ol class=\"social-thread\">" + thread(post, 0, draft) + "</ol>");
    }

    void missing(Exchange exchange) throws IOException {
        exchange.page(
                404,
                Html.page(
                        "This post does not exist",
                        "missing",
                        "<p>Or it cannot be seen yet. <a href=\"/\">Back to the timeline</a>"));
    }

    void write(Exchange exchange) throws IOException {
        if (exchange.isForeign()) {
            exchange.page(403, Html.page("Not from here", "foreign", "<p>The form came from another site."));
            return;
        }
        var draft = publish(exchange.form(), exchange.isTooLong());
        if (draft.isRefused()) {
            exchange.page(422, timeline(draft));
        } else {
            exchange.leadTo("/i/status/" + draft.replyTo());
        }
    }

    /** A draft without errors was published; its {@code replyTo} is then the new post. */
    private Draft publish(Map<String, String> form, boolean tooLong) {
        var name = form.getOrDefault("name", "").strip();
        var text = form.getOrDefault("text", "").replace("\r\n", "\n").strip();
        var replyTo = form.getOrDefault("replyTo", "");
        var nameError = nameError(name);
        var textError = tooLong ? "This is far too long." : textError(text);
        if (nameError.isEmpty() && textError.isEmpty()) {
            try {
                var post = posts.publish(posts.outsider(name), text, replyTo.isEmpty() ? null : replyTo, Duration.ZERO);
                remember.run();
                return new Draft(name, text, post.id(), "", "");
            } catch (XProblem refused) {
                var isRepeated = refused.body().toString().contains("duplicate");
                textError = isRepeated ? "You have said this today already." : "The post you answer is gone.";
            }
        }
        return new Draft(name, text, replyTo, nameError, textError);
    }

    private String nameError(String name) {
        if (name.isEmpty() || name.length() > NAME) {
            return "Give a name of at most " + NAME + " letters.";
        }
        return Account.handleOf(name).equals(posts.brand().handle()) ? "This is the company’s own name." : "";
    }

    private static String textError(String text) {
        if (text.isEmpty()) {
            return "Write something.";
        }
        return PostText.isValid(text)
                ? ""
                : "Too long: " + PostText.weight(text) + " of " + PostText.MAX_WEIGHT + " characters.";
    }

    private String thread(Post post, int depth, Draft draft) {
        var replies = posts.repliesTo(post);
        return "<li>" + article(post, draft) + list(replies, depth, draft) + "</li>";
    }

    private String list(List<Post> replies, int depth, Draft draft) {
        if (replies.isEmpty()) {
            return "";
        }
        // deeper than a phone is wide: further answers stand below each other
        var kind = depth < DEEPEST ? "social-replies" : "social-replies is-flat";
        return replies.stream()
                .map(reply -> thread(reply, depth + 1, draft))
                .collect(Collectors.joining("", "<ol class=\"" + kind + "\">", "</ol>"));
    }

    private String article(Post post, Draft draft) {
        var author = posts.author(post);
        var isBrand = author.equals(posts.brand());
        return """
                <article class="social-post%s" id="post-%s">
                <p class="author">%s<span><b class="author-name">%s</b> <span class="author-line">@%s%s</span></span></p>
                <p class="social-text" lang="%s">%s</p>
                <p class="facts"><a href="/i/status/%2$s">%s</a><span>No. <code>%2$s</code></span></p>
                <details%s><summary class="button is-small is-quiet">Reply</summary>%s</details></article>""".formatted(
                        isBrand ? " is-brand" : "",
                        post.id(),
                        Html.avatar(author),
                        Html.escape(author.name()),
                        Html.escape(author.handle()),
                        isBrand ? " <span class=\"pill is-official\">Company</span>" : "",
                        Languages.guess(post.text(), Languages.GERMAN),
                        html(post.text()),
                        Html.time(post.createdAt()),
                        post.id().equals(draft.replyTo()) ? " open" : "",
                        form(post.id().equals(draft.replyTo()) ? draft : Draft.EMPTY, post.id()));
    }

    /** The text with its links as links; everything in it was typed by somebody. */
    private static String html(String text) {
        var html = new StringBuilder();
        var end = 0;
        for (var link : PostText.links(text)) {
            html.append(Html.escape(text.substring(end, link.start())));
            html.append("<a rel=\"nofollow noopener\" href=\"%s\">%s</a>"
                    .formatted(Html.escape(link.expanded()), Html.escape(link.display())));
            end = link.end();
        }
        return html.append(Html.escape(text.substring(end))).toString();
    }

    private static String form(Draft draft, String replyTo) {
        return """
                <form method="post" action="/dev/x/posts" class="form">
                <input type="hidden" name="replyTo" value="%1$s">
                <div class="field"><label for="name%1$s">Name</label>
                <input class="input" id="name%1$s" name="name" value="%2$s" autocomplete="off"%3$s>%4$s</div>
                <div class="field"><label for="text%1$s">Text</label>
                <textarea class="input" id="text%1$s" name="text" rows="3"%5$s>%6$s</textarea>%7$s</div>
                <div class="button-row"><button class="button is-main">%8$s</button></div></form>""".formatted(
                        Html.escape(replyTo),
                        Html.escape(draft.name()),
                        described("name" + replyTo, draft.nameError()),
                        error("name" + replyTo, draft.nameError()),
                        described("text" + replyTo, draft.textError()),
                        Html.escape(draft.text()),
                        error("text" + replyTo, draft.textError()),
                        replyTo.isEmpty() ? "Post" : "Send reply");
    }

    private static String described(String field, String error) {
        return error.isEmpty()
                ? ""
                : " aria-invalid=\"true\" aria-describedby=\"%s-error\"".formatted(Html.escape(field));
    }

    private static String error(String field, String error) {
        return error.isEmpty()
                ? ""
                : "<p class=\"field-error\" id=\"%s-error\">%s</p>".formatted(Html.escape(field), Html.escape(error));
    }
}
