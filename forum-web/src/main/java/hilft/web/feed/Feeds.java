package hilft.web.feed;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.member.Author;
import hilft.forum.member.Viewer;
import hilft.forum.question.AnswerView;
import hilft.forum.question.QuestionFilter;
import hilft.forum.question.QuestionFilter.Sort;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionPost;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.web.faces.Words;
import hilft.web.feed.Feed.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The feeds: what everybody may see, the latest activity first. */
@ApplicationScoped
public class Feeds {
    private static final int ENTRIES = 30;

    @Inject
    QuestionQueries questions;

    @Inject
    CategoryQueries categories;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    Feed all(Locale locale) {
        return feed("/feed.atom", "/questions", Words.in(locale, "found.feed.all"), locale, list(null, null, locale));
    }

    /** Empty when there is no such category; one without questions has an empty feed. */
    Optional<Feed> ofCategory(String slug, Locale locale) {
        return categories
                .find(slug)
                .map(category -> feed(
                        "/categories/" + category.slug() + "/feed.atom",
                        "/categories/" + category.slug(),
                        Words.in(locale, "found.feed.category", name(category, locale)),
                        locale,
                        list(category.slug(), null, locale)));
    }

    private static String name(CategoryView category, Locale locale) {
        return category.name(locale.getLanguage());
    }

    /** Empty when no visible question wears the tag. */
    Optional<Feed> ofTag(String tag, Locale locale) {
        List<Entry> entries = list(null, tag, locale);
        String page = UriBuilder.fromPath("/tags/{tag}").build(tag).toString();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        feed(page + "/feed.atom", page, Words.in(locale, "found.feed.tag", tag), locale, entries));
    }

    /** A question and its latest answers; empty when it is unknown or hidden. */
    Optional<Feed> ofQuestion(long id, Locale locale) {
        return questions.find(id, Viewer.ANONYMOUS).map(question -> {
            List<Entry> entries = new ArrayList<>();
            questions.newestAnswers(id, ENTRIES).forEach(answer -> entries.add(entry(answer, question.item(), locale)));
            entries.add(entry(question, locale));
            return feed(
                    "/questions/" + id + "/feed.atom",
                    question.item().url(),
                    question.item().title(),
                    locale,
                    entries);
        });
    }

    private Feed feed(String path, String page, String title, Locale locale, List<Entry> entries) {
        return new Feed(baseUrl, path, page, title, locale.getLanguage(), entries);
    }

    private List<Entry> list(@Nullable String category, @Nullable String tag, Locale locale) {
        return questions.posts(new QuestionFilter(category, tag, null, Sort.LATEST), ENTRIES).stream()
                .map(post -> entry(post, locale))
                .toList();
    }

    private static Entry entry(QuestionPost post, Locale locale) {
        Instant active = post.item().lastActivityAt();
        return entry(post.item(), later(active, post.editedAt()), post.bodyHtml(), locale);
    }

    private static Entry entry(QuestionView question, Locale locale) {
        Instant asked = question.item().askedAt();
        return entry(question.item(), later(asked, question.editedAt()), question.bodyHtml(), locale);
    }

    private static Entry entry(QuestionItem item, Instant updated, String html, Locale locale) {
        return new Entry(
                "questions/" + item.id(),
                item.url(),
                item.title(),
                item.language(),
                name(item.author(), locale),
                page(item.author()),
                item.askedAt(),
                updated,
                item.tags(),
                html);
    }

    private static Entry entry(AnswerView answer, QuestionItem question, Locale locale) {
        return new Entry(
                "answers/" + answer.id(),
                "/answers/" + answer.id(),
                Words.in(locale, answer.accepted() ? "found.feed.solution" : "found.feed.answer", question.title()),
                answer.language(),
                name(answer.author(), locale),
                page(answer.author()),
                answer.writtenAt(),
                later(answer.writtenAt(), answer.editedAt()),
                List.of(),
                answer.bodyHtml());
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || other.isBefore(one) ? one : other;
    }

    private static String name(Author author, Locale locale) {
        return author.deleted() ? Words.in(locale, "member.deleted") : author.displayName();
    }

    private static @Nullable String page(Author author) {
        return author.deleted() ? null : "/members/" + author.handle();
    }
}
