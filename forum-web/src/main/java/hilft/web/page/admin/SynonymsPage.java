package hilft.web.page.admin;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.search.synonym.SavedSynonyms;
import hilft.forum.search.synonym.SynonymLists;
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

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    SynonymLists synonyms;

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

    /** A saved list and who saved it. */
    public record Version(SavedSynonyms list, @Nullable Author by) {}
}
