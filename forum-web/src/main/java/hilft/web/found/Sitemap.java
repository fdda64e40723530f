package hilft.web.found;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.question.QuestionAddress;
import hilft.forum.question.QuestionFilter;
import hilft.forum.question.QuestionFilter.Sort;
import hilft.forum.question.QuestionQueries;
import hilft.web.faces.Language;
import hilft.web.feed.XmlDocument;
import hilft.web.page.legal.LegalTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The addresses for search engines by <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>. Part 0 has the
 * pages that are no threads, part n the questions whose ids end at n times 10,000: a question never changes its part.
 */
@ApplicationScoped
public class Sitemap {
    static final long QUESTIONS = 10_000;
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final long LAST_PART = Long.MAX_VALUE / QUESTIONS;

    @Inject
    QuestionQueries questions;

    @Inject
    CategoryQueries categories;

    @Inject
    LegalTexts legalTexts;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** All parts that have something in them. */
    byte[] index() {
        XmlDocument xml = new XmlDocument("sitemapindex", NAMESPACE);
        part(xml, 0);
        Optional<Long> next = questions.nextAddress(0);
        while (next.isPresent()) {
            long part = partOf(next.get());
            part(xml, part);
            next = questions.nextAddress(part * QUESTIONS);
        }
        return xml.bytes();
    }

    static long partOf(long questionId) {
        return (questionId - 1) / QUESTIONS + 1;
    }

    private void part(XmlDocument xml, long part) {
        xml.open("sitemap")
                .element("loc", baseUrl + "/sitemap-" + part + ".xml")
                .close();
    }

    /** One part; empty when nothing is in it. */
    Optional<byte[]> part(long part) {
        if (part < 0 || part > LAST_PART) {
            return Optional.empty();
        }
        return part == 0 ? Optional.of(pages()) : threads(part);
    }

    private byte[] pages() {
        XmlDocument xml = new XmlDocument("urlset", NAMESPACE);
        page(xml, "/");
        page(xml, "/questions");
        page(xml, "/leaderboard");
        for (CategoryView category : categories.all()) {
            if (hasQuestions(category)) {
                page(xml, "/categories/" + category.slug());
            }
        }
        LegalTexts.DOCUMENTS.stream()
                .filter(document -> Language.KNOWN.stream()
                        .anyMatch(language -> legalTexts
                                .find(document, language.getLanguage())
                                .isPresent()))
                .sorted()
                .forEach(document -> page(xml, "/legal/" + document));
        return xml.bytes();
    }

    private boolean hasQuestions(CategoryView category) {
        QuestionFilter filter = new QuestionFilter(category.slug(), null, null, Sort.LATEST);
        return !questions.page(filter, null, 1).isEmpty();
    }

    private void page(XmlDocument xml, String path) {
        xml.open("url").element("loc", baseUrl + path).close();
    }

    private Optional<byte[]> threads(long part) {
        List<QuestionAddress> addresses = questions.addresses((part - 1) * QUESTIONS + 1, part * QUESTIONS);
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        XmlDocument xml = new XmlDocument("urlset", NAMESPACE);
        for (QuestionAddress address : addresses) {
            xml.open("url")
                    .element("loc", baseUrl + address.url())
                    .element("lastmod", address.lastActivityAt().toString())
                    .close();
        }
        return Optional.of(xml.bytes());
    }
}
