package hilft.forum.category;

import hilft.forum.text.Input;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import static jakarta.persistence.GenerationType.SEQUENCE;

/** A field of questions, such as internet or billing; made and renamed by admins, named in both languages. */
@Entity
@Table(name = "category")
@Cacheable
public class Category {

    @Id
    @SequenceGenerator(name = "category_seq", sequenceName = "category_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "category_seq")
    private Long id;

    private String slug;
    private int position;
    private String icon;

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

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Category() {}

    @SuppressWarnings("NullAway.Init")
    private Category(String slug, int position) {
        this.slug = slug;
        this.position = position;
    }

    static Category of(CategoryText text, int position) {
        Category category = new Category(text.slug(), position);
        category.rename(text);
        return category;
    }

    void rename(CategoryText text) {
        icon = text.icon();
        nameDe = text.nameDe();
        nameEn = text.nameEn();
        descriptionDe = text.descriptionDe();
        descriptionEn = text.descriptionEn();
        templateDe = Input.text(text.templateDe());
        templateEn = Input.text(text.templateEn());
    }

    CategoryView view() {
        return new CategoryView(id, slug, icon, nameDe, nameEn, descriptionDe, descriptionEn, templateDe, templateEn);
    }
}
