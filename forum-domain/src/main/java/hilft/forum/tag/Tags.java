package hilft.forum.tag;

import hilft.forum.curation.Curations;
import hilft.forum.delivery.Outbox;
import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.forum.shared.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static hilft.forum.curation.CurationAction.DESCRIBE_TAG;
import static hilft.forum.curation.CurationAction.MERGE_TAG;
import static hilft.forum.curation.CurationAction.SEPARATE_TAG;
import static hilft.forum.tag.TagProblem.Reason.INVALID;
import static hilft.forum.tag.TagProblem.Reason.NOT_ALLOWED;
import static hilft.forum.tag.TagProblem.Reason.STALE;
import static hilft.forum.tag.TagProblem.Reason.UNKNOWN;

/** What admins do with tags, one after the other. */
@ApplicationScoped
@Transactional
public class Tags {

    /** The job that gives the questions of a synonym its main tag; its subject is the synonym. */
    public static final String MERGE = "tag-merge";

    /** By then every transaction has ended that had asked for the main tag before there was one. */
    private static final Duration AGAIN = Duration.ofMinutes(2);

    /** The tag that the other one would stand for is no tag yet. */
    public static final String CONFIRM_NEW = "tag.confirm_new";

    /** So many questions wear the tag that would become a synonym. */
    public static final String CONFIRM_MOVE = "tag.confirm_move";

    private static final String TAKE_TURN = "select id from tag_turn for update";
    private static final String BY_NAME = "select t from Tag t where t.name = :name";
    private static final String SYNONYMS = "select t from Tag t where t.mainId = :main";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    TagQueries queries;

    @Inject
    Curations curations;

    @Inject
    Outbox outbox;

    @Inject
    Event<TagsChanged> changed;

    /** Says what a tag means if it still has the version the admin saw, which is 0 when nothing was said of it. */
    public void describe(String name, TagText typed, long seenVersion, Viewer admin) {
        takeTurn(admin);
        if (!TagRules.isTag(name)) {
            throw new TagProblem(UNKNOWN);
        }
        TagText text = TagRules.clean(typed);
        List<FieldError> errors = TagRules.check(text);
        if (!errors.isEmpty()) {
            throw new TagProblem(INVALID, errors);
        }
        Optional<Tag> known = find(name);
        if (known.map(Tag::version).orElse(0L) != seenVersion) {
            throw new TagProblem(STALE);
        }
        Tag tag = known.orElseGet(() -> add(name));
        List<String> changes = tag.changes(text);
        tag.describe(text);
        entityManager.flush();
        if (!changes.isEmpty()) {
            curations.log(DESCRIBE_TAG, name, changes, admin);
        }
        changed.fire(new TagsChanged());
    }

    /**
     * Makes one tag a synonym of another. Its own synonyms come along, so that none stands for a synonym. The questions that
     * wear it follow through the outbox; merging again does nothing but look for them again.
     *
     * @param field in which the admin typed one of the tags, for what is wrong with it
     * @param confirmed what the admin was told before: {@link #CONFIRM_NEW}, {@link #CONFIRM_MOVE}
     */
    public void merge(String typedFrom, String typedInto, String field, Set<String> confirmed, Viewer admin) {
        takeTurn(admin);
        String from = TagRules.spelled(typedFrom);
        String into = TagRules.spelled(typedInto);
        if (!TagRules.isTag(from) || !TagRules.isTag(into)) {
            throw new TagProblem(INVALID, new FieldError(field, "tag.name_invalid", 1, TagRules.LENGTH_MAX));
        }
        Optional<Tag> known = find(from);
        Optional<Tag> target = find(into);
        TagRules.checkMerge(field, new TagRules.Merge(from, main(known), into, main(target)))
                .or(() -> toConfirm(field, from, into, target.isPresent())
                        .filter(told -> !confirmed.contains(told.code())))
                .ifPresent(error -> {
                    throw new TagProblem(INVALID, error);
                });
        Tag synonym = known.orElseGet(() -> add(from));
        Tag main = target.orElseGet(() -> add(into));
        if (!main.id().equals(synonym.mainId())) {
            curations.log(MERGE_TAG, from, List.of(main.name()), admin);
        }
        synonym.standFor(main);
        synonyms(synonym).forEach(one -> one.standFor(main));
        entityManager.flush();
        outbox.add(MERGE, synonym.id());
        outbox.add(MERGE, synonym.id(), AGAIN);
        changed.fire(new TagsChanged());
    }

    /** What an admin is told before it is done, by the field in which one of the tags was typed. */
    private Optional<FieldError> toConfirm(String field, String from, String into, boolean isKnown) {
        if (!isKnown && queries.count(into) == 0) {
            return Optional.of(FieldError.of(field, CONFIRM_NEW));
        }
        int questions = (int) Math.min(queries.count(from), Integer.MAX_VALUE);
        return questions == 0 ? Optional.empty() : Optional.of(new FieldError(field, CONFIRM_MOVE, questions, 0));
    }

    private @Nullable String main(Optional<Tag> tag) {
        return tag.filter(one -> one.mainId() != null)
                .map(one -> main(one).name())
                .orElse(null);
    }

    /** Lets a synonym be a tag of its own again; questions that were given its main tag keep that. */
    public void separate(String name, Viewer admin) {
        takeTurn(admin);
        Tag synonym = find(name).orElseThrow(() -> new TagProblem(UNKNOWN));
        if (synonym.mainId() == null) {
            return;
        }
        curations.log(SEPARATE_TAG, name, List.of(main(synonym).name()), admin);
        synonym.standAlone();
        changed.fire(new TagsChanged());
    }

    private void takeTurn(Viewer admin) {
        if (!admin.roles().contains(Role.ADMIN)) {
            throw new TagProblem(NOT_ALLOWED);
        }
        entityManager.createNativeQuery(TAKE_TURN).getResultList();
    }

    private Tag add(String name) {
        Tag tag = Tag.of(name);
        entityManager.persist(tag);
        entityManager.flush();
        return tag;
    }

    private Tag main(Tag tag) {
        Long main = tag.mainId();
        return main == null ? tag : Objects.requireNonNull(entityManager.find(Tag.class, main));
    }

    private Optional<Tag> find(String name) {
        return entityManager
                .createQuery(BY_NAME, Tag.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    private List<Tag> synonyms(Tag main) {
        return entityManager
                .createQuery(SYNONYMS, Tag.class)
                .setParameter("main", main.id())
                .getResultList();
    }
}
