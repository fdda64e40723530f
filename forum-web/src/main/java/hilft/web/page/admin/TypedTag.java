package hilft.web.page.admin;

import hilft.forum.tag.TagText;
import hilft.forum.tag.TagView;

/** What is said of a tag as it stands in the form. */
public class TypedTag {
    private String nameDe = "";
    private String nameEn = "";
    private String descriptionDe = "";
    private String descriptionEn = "";

    void fill(TagView view) {
        nameDe = view.nameDe();
        nameEn = view.nameEn();
        descriptionDe = view.descriptionDe();
        descriptionEn = view.descriptionEn();
    }

    TagText text() {
        return new TagText(nameDe, nameEn, descriptionDe, descriptionEn);
    }

    public String getNameDe() {
        return nameDe;
    }

    public void setNameDe(String nameDe) {
        this.nameDe = nameDe;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getDescriptionDe() {
        return descriptionDe;
    }

    public void setDescriptionDe(String descriptionDe) {
        this.descriptionDe = descriptionDe;
    }

    public String getDescriptionEn() {
        return descriptionEn;
    }

    public void setDescriptionEn(String descriptionEn) {
        this.descriptionEn = descriptionEn;
    }
}
