package hilft.forum.category;

import hilft.forum.member.Author;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * A field of questions, such as internet or billing, named in both languages. Made and changed by admins, put in their order
 * without becoming another version, archived when nobody shall ask in it any more, and brought back; never removed.
 */
@Entity
@Table(name = "category")
public class Category {

    @Id
    @SequenceGenerator(name = "category_seq", sequenceName = "category_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "category_seq")
    private Long id;

    private String slug;

    @Column(updatable = false)
    private int position;

    private String icon;
    private String colour;

    @Column(name = "name_de")
    private String nameDe;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "description_de")
    private String descriptionDe;

    @Column(name = "description_en")
    private String descriptionEn;

    @Column(name = "template_de")
    private String templateDe;

    @Column(name = "template_en")
    private String templateEn;

    @Column(name = "rules_de")
    private String rulesDe;

    @Column(name = "rules_en")
    private String rulesEn;

    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;

    @ElementCollection
    @CollectionTable(name = "category_moderator", joinColumns = @JoinColumn(name = "category_id"))
    @OrderColumn(name = "position")
    @Column(name = "member_id")
    private List<Long> moderatorIds = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Category() {}

    @SuppressWarnings("NullAway.Init")
    private Category(int position) {
        this.position = position;
    }

    static Category of(CategoryText text, List<Long> moderators, int position) {
        Category category = new Category(position);
        category.change(text, moderators);
        return category;
    }

    /** The fields that would become others, by their names; those of the address and of people with what they become. */
    List<String> changes(CategoryText text, List<Long> moderators) {
        List<String> changes = new ArrayList<>();
        if (!slug.equals(text.slug())) changes.add("slug: " + slug + " → " + text.slug());
        if (!icon.equals(text.icon())) changes.add("icon");
        if (!colour.equals(text.colour())) changes.add("colour");
        if (!nameDe.equals(text.nameDe())) changes.add("nameDe: " + nameDe + " → " + text.nameDe());
        if (!nameEn.equals(text.nameEn())) changes.add("nameEn: " + nameEn + " → " + text.nameEn());
        if (!descriptionDe.equals(text.descriptionDe())) changes.add("descriptionDe");
        if (!descriptionEn.equals(text.descriptionEn())) changes.add("descriptionEn");
        if (!templateDe.equals(text.templateDe())) changes.add("templateDe");
        if (!templateEn.equals(text.templateEn())) changes.add("templateEn");
        if (!rulesDe.equals(text.rulesDe())) changes.add("rulesDe");
        if (!rulesEn.equals(text.rulesEn())) changes.add("rulesEn");
        if (!moderatorIds.equals(moderators)) {
            changes.add("moderators: " + (moderators.isEmpty() ? "–" : String.join(", ", text.moderators())));
        }
        return changes;
    }

    void change(CategoryText text, List<Long> moderators) {
        slug = text.slug();
        icon = text.icon();
        colour = text.colour();
        nameDe = text.nameDe();
        nameEn = text.nameEn();
        descriptionDe = text.descriptionDe();
        descriptionEn = text.descriptionEn();
        templateDe = text.templateDe();
        templateEn = text.templateEn();
        rulesDe = text.rulesDe();
        rulesEn = text.rulesEn();
        if (!moderatorIds.equals(moderators)) {
            moderatorIds.clear();
            moderatorIds.addAll(moderators);
        }
    }

    void archive(Instant now) {
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    void bringBack() {
        archivedAt = null;
    }

    Long id() {
        return id;
    }

    String slug() {
        return slug;
    }

    long version() {
        return version;
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    CategoryView view(List<Author> moderators) {
        return new CategoryView(
                id,
                slug,
                icon,
                colour,
                nameDe,
                nameEn,
                descriptionDe,
                descriptionEn,
                templateDe,
                templateEn,
                rulesDe,
                rulesEn,
                isArchived(),
                version,
                moderators);
    }
}
