package hilft.web.page.admin;

import hilft.forum.tag.TagItem;
import hilft.forum.tag.TagProblem;
import hilft.forum.tag.TagQueries;
import hilft.forum.tag.TagRules;
import hilft.forum.tag.TagView;
import hilft.forum.tag.Tags;
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
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tag means, which words stand for it, and merging it into another one. */
@Named
@RequestScoped
public class EditTagPage {
    private static final Set<String> CONFIRM = Set.of(Tags.CONFIRM_NEW, Tags.CONFIRM_MOVE);

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    TagQueries queries;

    @Inject
    Tags tags;

    @Inject
    Typed form;

    @Inject
    Words words;

    private final TypedTag typed = new TypedTag();
    private TagView current = new TagView("", null, "", "", "", "", 0);
    private long questions;
    private long version;
    private String synonym = "";
    private String into = "";
    private String toConfirm = "";
    private List<Difference> conflict = List.of();
    private @Nullable List<TagItem> synonyms;

    @PostConstruct
    void read() {
        String name = TagRules.spelled(String.valueOf(Routes.parameter(request, "tag")));
        current = queries.get(name);
        questions = queries.count(name);
        if (!TagRules.isTag(name) || (current.version() == 0 && questions == 0)) {
            throw new TagProblem(TagProblem.Reason.UNKNOWN);
        }
        version = current.version();
        typed.fill(current);
    }

    static String url(String tag) {
        return UriBuilder.fromPath("/admin/tags").segment("{tag}").build(tag).toString();
    }

    public TagView getCurrent() {
        return current;
    }

    /** How many questions wear it, hidden ones included. */
    public long getQuestions() {
        return questions;
    }

    public TypedTag getTyped() {
        return typed;
    }

    public String getUrl() {
        return url(current.name());
    }

    /** The page of the tag for everybody. */
    public String getPageUrl() {
        return Routes.tagUrl(current.name());
    }

    public String getMainUrl() {
        return current.main() == null ? "" : url(current.main());
    }

    /** The words that stand for it, with the questions that still wear them. */
    public List<TagItem> getSynonyms() {
        if (synonyms == null) {
            List<String> names = queries.synonyms(current.name());
            synonyms = queries.items(names).stream()
                    .filter(item -> names.contains(item.tag().name()))
                    .toList();
        }
        return synonyms;
    }

    public String getDraft() {
        return "tag-" + current.name();
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getSynonym() {
        return synonym;
    }

    public void setSynonym(String synonym) {
        this.synonym = synonym;
    }

    public String getInto() {
        return into;
    }

    public void setInto(String into) {
        this.into = into;
    }

    /** What somebody else has saved in the meantime and stands otherwise here. */
    public List<Difference> getConflict() {
        return conflict;
    }

    public void save() {
        form.send(() -> {
            tags.describe(current.name(), typed.text(), version, visitor.viewer());
            Flash.say(request, words.of("admin.tag.changed"), getDraft());
            return getUrl();
        });
        if (form.isStale()) {
            queries.forget();
            current = queries.get(current.name());
            version = current.version();
            conflict = differences();
        }
    }

    private List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        Difference.add(found, words.of("admin.tag.nameDe"), current.nameDe(), typed.getNameDe());
        Difference.add(found, words.of("admin.tag.nameEn"), current.nameEn(), typed.getNameEn());
        Difference.add(found, words.of("admin.tag.descriptionDe"), current.descriptionDe(), typed.getDescriptionDe());
        Difference.add(found, words.of("admin.tag.descriptionEn"), current.descriptionEn(), typed.getDescriptionEn());
        return found;
    }

    /** The tag that is typed and wants to be confirmed, in the field of this name; or nothing. */
    public String confirmed(String field) {
        return toConfirm.equals(field) ? TagRules.spelled(field.equals("into") ? into : synonym) : "";
    }

    public void addSynonym() {
        String from = TagRules.spelled(synonym);
        form.send(
                () -> merge(from, current.name(), "synonym", isConfirmed(from) ? Set.of(Tags.CONFIRM_MOVE) : Set.of()));
    }

    /** How many questions follow stands above the form. */
    public void merge() {
        String to = TagRules.spelled(into);
        form.send(() -> merge(
                current.name(),
                to,
                "into",
                isConfirmed(to) ? Set.of(Tags.CONFIRM_MOVE, Tags.CONFIRM_NEW) : Set.of(Tags.CONFIRM_MOVE)));
    }

    /** Another tag than the one that was confirmed wants its own confirmation. */
    private boolean isConfirmed(String tag) {
        return tag.equals(request.getParameter("confirmed"));
    }

    private String merge(String from, String to, String field, Set<String> confirmed) {
        try {
            tags.merge(from, to, field, confirmed, visitor.viewer());
        } catch (TagProblem refused) {
            if (refused.errors().stream().anyMatch(error -> CONFIRM.contains(error.code()))) toConfirm = field;
            throw refused;
        }
        Flash.say(request, words.of("admin.tag.merged", from, to));
        return url(to);
    }
}
