package hilft.forum.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * A word on questions of which there is more to say. It begins when an admin describes it or merges it into another one, whose
 * synonym it is from then on; a synonym never has synonyms of its own. Released, it is a tag like any other again.
 */
@Entity
@Table(name = "tag")
public class Tag {

    @Id
    @SequenceGenerator(name = "tag_seq", sequenceName = "tag_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "tag_seq")
    private Long id;

    @Column(updatable = false)
    private String name;

    @Column(name = "main_id")
    private @Nullable Long mainId;

    @Column(name = "name_de")
    private String nameDe = "";

    @Column(name = "name_en")
    private String nameEn = "";

    @Column(name = "description_de")
    private String descriptionDe = "";

    @Column(name = "description_en")
    private String descriptionEn = "";

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Tag() {}

    @SuppressWarnings("NullAway.Init")
    private Tag(String name) {
        this.name = name;
    }

    static Tag of(String name) {
        return new Tag(name);
    }

    /** The fields that would say something else, by their names; names with what they become. */
    List<String> changes(TagText text) {
        List<String> changes = new ArrayList<>();
        if (!nameDe.equals(text.nameDe())) changes.add("nameDe: " + told(nameDe) + " → " + told(text.nameDe()));
        if (!nameEn.equals(text.nameEn())) changes.add("nameEn: " + told(nameEn) + " → " + told(text.nameEn()));
        if (!descriptionDe.equals(text.descriptionDe())) changes.add("descriptionDe");
        if (!descriptionEn.equals(text.descriptionEn())) changes.add("descriptionEn");
        return changes;
    }

    private static String told(String name) {
        return name.isEmpty() ? "–" : name;
    }

    void describe(TagText text) {
        nameDe = text.nameDe();
        nameEn = text.nameEn();
        descriptionDe = text.descriptionDe();
        descriptionEn = text.descriptionEn();
    }

    void standFor(Tag main) {
        mainId = main.id;
    }

    void standAlone() {
        mainId = null;
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }

    @Nullable
    Long mainId() {
        return mainId;
    }

    long version() {
        return version;
    }

    TagView view(@Nullable String main) {
        return new TagView(name, main, nameDe, nameEn, descriptionDe, descriptionEn, version);
    }
}
