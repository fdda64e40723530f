package hilft.stack.social;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everybody's posts, in the order they were accepted, and X's rules for a new one. */
final class Posts {
    private static final Duration RECENTLY = Duration.ofHours(24);
    private static final long EPOCH = 1_288_834_974_657L;
    private static final int SEQUENCE_BITS = 22;

    private final Clock clock;
    private final Account brand;
    private final Map<String, Account> accounts = new HashMap<>();
    private final List<Post> posts = new ArrayList<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private boolean duplicatesRefused = true;
    private long lastId;

    Posts(Clock clock, Account brand) {
        this.clock = clock;
        this.brand = brand;
        accounts.put(brand.id(), brand);
    }

    /** The account for which the forum speaks. */
    Account brand() {
        return brand;
    }

    /** The outside person of that name; the same name is the same person. */
    Account outsider(String name) {
        return outsider(name, clock.instant());
    }

    private synchronized Account outsider(String name, Instant since) {
        var handle = Account.handleOf(name);
        return accounts.values().stream()
                .filter(account -> account.handle().equals(handle))
                .findFirst()
                .orElseGet(() -> {
                    var account = new Account(nextId(since), handle, name);
                    accounts.put(account.id(), account);
                    return account;
                });
    }

    /**
     * Accepts a post, or refuses it as X does. The brand is an app and answers only who mentioned it; people may answer
     * anybody. The post stays unseen for the given time.
     */
    synchronized Post publish(Account author, String text, @Nullable String inReplyTo, Duration unseen) {
        attempts.merge(author.id() + " " + text, 1, Integer::sum);
        if (text.isBlank()) {
            throw XProblem.invalid("$.text: must not be empty");
        }
        if (!PostText.isValid(text)) {
            throw XProblem.invalid("$.text: your post has a weighted length of " + PostText.weight(text) + ", at most "
                    + PostText.MAX_WEIGHT + " are allowed");
        }
        if (inReplyTo != null) {
            requireReplyAllowed(author, inReplyTo);
        }
        var now = clock.instant();
        if (duplicatesRefused && isRepeated(author, text, now)) {
            throw XProblem.duplicate();
        }
        var post = new Post(nextId(now), author.id(), text, now, now.plus(unseen), inReplyTo);
        posts.add(post);
        return post;
    }

    /** Adds a post of some time ago, which was not judged then. */
    synchronized void remember(String name, String text, Instant at) {
        posts.add(new Post(nextId(at), outsider(name, at).id(), text, at, at, null));
    }

    private void requireReplyAllowed(Account author, String inReplyTo) {
        var original = find(inReplyTo)
                .orElseThrow(() ->
                        XProblem.forbidden("You attempted to reply to a Tweet that is deleted or not visible to you."));
        if (author.equals(brand) && !original.authorId().equals(brand.id()) && !isMention(original)) {
            throw XProblem.replyRefused();
        }
    }

    private boolean isRepeated(Account author, String text, Instant now) {
        return posts.stream()
                .anyMatch(post -> post.authorId().equals(author.id())
                        && post.text().equals(text)
                        && post.createdAt().isAfter(now.minus(RECENTLY)));
    }

    /** Whether the post speaks to the brand: by its handle, or as an answer to a post of the brand. */
    private boolean isMention(Post post) {
        return !post.authorId().equals(brand.id())
                && (PostText.mentions(post.text(), brand)
                        || find(post.inReplyTo())
                                .filter(original -> original.authorId().equals(brand.id()))
                                .isPresent());
    }

    private synchronized Optional<Post> find(@Nullable String id) {
        return posts.stream().filter(post -> post.id().equals(id)).findFirst();
    }

    /** The post, if it can be seen already. */
    synchronized Optional<Post> visible(@Nullable String id) {
        return find(id).filter(this::isVisible);
    }

    synchronized Account author(Post post) {
        return Objects.requireNonNull(accounts.get(post.authorId()), post.id());
    }

    synchronized Optional<Account> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    List<Post> by(Account author) {
        return newest(post -> post.authorId().equals(author.id()));
    }

    List<Post> mentionsOf(Account account) {
        return account.equals(brand)
                ? newest(this::isMention)
                : newest(post -> PostText.mentions(post.text(), account));
    }

    /** What begins a conversation, newest first. */
    List<Post> beginnings() {
        return newest(post -> find(post.inReplyTo()).isEmpty());
    }

    /** The answers to a post, oldest first. */
    List<Post> repliesTo(Post original) {
        var replies = new ArrayList<>(newest(post -> original.id().equals(post.inReplyTo())));
        Collections.reverse(replies);
        return replies;
    }

    private synchronized List<Post> newest(Predicate<Post> wanted) {
        var found = new ArrayList<Post>();
        for (var i = posts.size() - 1; i >= 0; i--) {
            var post = posts.get(i);
            if (isVisible(post) && wanted.test(post)) {
                found.add(post);
            }
        }
        return found;
    }

    private boolean isVisible(Post post) {
        return !post.visibleFrom().isAfter(clock.instant());
    }

    /** All posts, unseen ones too, oldest first. */
    synchronized List<Post> all() {
        return List.copyOf(posts);
    }

    synchronized List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** How often this author sent this text, refused or not, since the simulator was started. */
    synchronized int attempts(Post post) {
        return attempts.getOrDefault(post.authorId() + " " + post.text(), 0);
    }

    /** How many posts of this author with this text were accepted. */
    synchronized long accepted(Post post) {
        return posts.stream()
                .filter(other ->
                        other.authorId().equals(post.authorId()) && other.text().equals(post.text()))
                .count();
    }

    synchronized boolean duplicatesRefused() {
        return duplicatesRefused;
    }

    /** X refuses repeated texts only for a while: whoever relies on that alone posts twice one day. */
    synchronized void refuseDuplicates(boolean refused) {
        duplicatesRefused = refused;
    }

    synchronized void restore(List<Account> people, List<Post> earlier) {
        people.stream().filter(account -> !account.id().equals(brand.id())).forEach(account -> {
            accounts.put(account.id(), account);
            lastId = Math.max(lastId, Long.parseLong(account.id()));
        });
        posts.addAll(earlier);
        earlier.forEach(post -> lastId = Math.max(lastId, Long.parseLong(post.id())));
    }

    /** Ids grow with time and are too long for a number in JavaScript, as X's are. */
    private String nextId(Instant at) {
        lastId = Math.max(lastId + 1, (at.toEpochMilli() - EPOCH) << SEQUENCE_BITS);
        return Long.toString(lastId);
    }
}
