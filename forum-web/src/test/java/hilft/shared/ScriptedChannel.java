package hilft.shared;

import hilft.forum.channel.Channel;
import hilft.forum.channel.ChannelName;
import hilft.forum.channel.Posting;
import hilft.forum.channel.Readiness;
import hilft.forum.channel.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A channel that answers as a test has told it, and otherwise takes everything. */
@ApplicationScoped
public class ScriptedChannel implements Channel {

    static final BigDecimal COST = new BigDecimal("0.200");

    private final BlockingDeque<Supplier<Posting>> postings = new LinkedBlockingDeque<>();
    private final BlockingDeque<Sighting> sightings = new LinkedBlockingDeque<>();
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile Readiness readiness = Readiness.READY;
    private volatile BigDecimal budget = new BigDecimal("100000");

    void answers(Posting posting) {
        postings.add(() -> posting);
    }

    void answers(Supplier<Posting> posting) {
        postings.add(posting);
    }

    void shows(Sighting sighting) {
        sightings.add(sighting);
    }

    void reset() {
        postings.clear();
        sightings.clear();
        posts.set(0);
        looks.set(0);
        readiness = Readiness.READY;
        budget = new BigDecimal("100000");
    }

    void is(Readiness newReadiness) {
        readiness = newReadiness;
    }

    void budget(BigDecimal newBudget) {
        budget = newBudget;
    }

    int posts() {
        return posts.get();
    }

    int looks() {
        return looks.get();
    }

    @Override
    public ChannelName name() {
        return ChannelName.X;
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }

    @Override
    public Optional<String> account() {
        return Optional.of("1");
    }

    @Override
    public int max() {
        return 280;
    }

    @Override
    public int length(String text) {
        return text.length();
    }

    @Override
    public BigDecimal cost(String text, boolean linked, boolean reply) {
        return COST;
    }

    @Override
    public BigDecimal budget() {
        return budget;
    }

    @Override
    public Optional<String> postId(String pasted) {
        return Optional.of(pasted).filter(id -> id.matches("[0-9]+"));
    }

    @Override
    public String url(String postId) {
        return "https://x.example/" + postId;
    }

    @Override
    public Posting post(String text, @Nullable String replyTo) {
        int number = posts.incrementAndGet();
        Supplier<Posting> posting = postings.poll();
        return posting == null ? new Posting.Accepted(Instant.now().toEpochMilli() + "" + number) : posting.get();
    }

    @Override
    public Sighting find(String text, @Nullable String replyTo, Instant since) {
        looks.incrementAndGet();
        Sighting sighting = sightings.poll();
        return sighting == null ? new Sighting.Seen(List.of()) : sighting;
    }
}
