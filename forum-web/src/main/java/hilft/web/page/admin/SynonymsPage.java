package hilft.web.page.admin;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.analysis.Synonyms;
import hilft.forum.search.analysis.Term;
import hilft.forum.search.synonym.SavedSynonyms;
import hilft.forum.search.synonym.SynonymLists;
import hilft.forum.search.synonym.SynonymsInUse;
import hilft.forum.similar.SimilarQuestions;
import hilft.forum.text.Input;
import hilft.forum.text.Languages;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of synonyms, edited against the version that was opened; an older one is opened by its number. */
@Named
@RequestScoped
public class SynonymsPage {
    private static final int VERSIONS = 10;
    private static final int FOUND = 5;
    private static final int TERMS = 60;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    SynonymLists synonyms;

    @Inject
    SynonymsInUse inUse;

    @Inject
    SimilarQuestions similar;

    @Inject
    MemberQueries members;

    @Inject
    Typed form;

    @Inject
    Words words;

    private SavedSynonyms current = new SavedSynonyms(0, "", null, null);
    private String text = "";
    private int seen;
    private @Nullable List<Version> versions;
    private String sample = "";
    private @Nullable TryOut trial;

    @PostConstruct
    void read() {
        current = synonyms.current();
        seen = current.version();
        text = opened().orElse(current).text();
    }

    private Optional<SavedSynonyms> opened() {
        String version = Routes.parameter(request, "version");
        return version != null && version.matches("\\d{1,9}")
                ? synonyms.find(Integer.parseInt(version))
                : Optional.empty();
    }

    /** The list that counts, as it stands in the database. */
    public SavedSynonyms getCurrent() {
        return current;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }

    /** What was saved so far, the newest first, at the end what came with the forum. */
    public List<Version> getVersions() {
        if (versions == null) {
            List<SavedSynonyms> saved = synonyms.list(VERSIONS);
            Map<Long, Author> authors = members.authors(saved.stream()
                    .map(SavedSynonyms::savedBy)
                    .filter(Objects::nonNull)
                    .toList());
            versions = saved.stream()
                    .map(one -> new Version(one, one.savedBy() == null ? null : authors.get(one.savedBy())))
                    .toList();
        }
        return versions;
    }

    public void save() {
        form.send(() -> {
            synonyms.save(text, seen, visitor.viewer());
            Flash.say(request, words.of("admin.synonyms.saved"), "synonyms");
            return "/admin/search/synonyms";
        });
        if (form.isStale()) {
            current = synonyms.current();
            seen = current.version();
        }
    }

    public String getSample() {
        return sample;
    }

    public void setSample(String sample) {
        this.sample = sample;
    }

    /** What came of the last try, or nothing. */
    public @Nullable TryOut getTrial() {
        return trial;
    }

    /** Shows what the edited list would change for one text; nothing is saved. */
    public void tryOut() {
        String asked = Input.line(sample);
        if (asked.isEmpty()) return;
        Synonyms edited = Synonyms.read(text).synonyms();
        String language = Languages.guess(asked, words.getLanguage());
        List<String> plain = terms(Synonyms.NONE, asked, language);
        trial = new TryOut(
                plain,
                terms(edited, asked, language).stream()
                        .filter(term -> !plain.contains(term))
                        .toList(),
                similar.find(asked, FOUND),
                inUse.trying(edited, () -> similar.find(asked, FOUND)));
    }

    private static List<String> terms(Synonyms synonyms, String text, String language) {
        return Analysis.with(synonyms).queryTerms(text, language).stream()
                .map(Term::text)
                .distinct()
                .limit(TERMS)
                .toList();
    }

    /** A saved list and who saved it. */
    public record Version(SavedSynonyms list, @Nullable Author by) {}
}
