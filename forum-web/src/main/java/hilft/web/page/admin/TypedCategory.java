package hilft.web.page.admin;

import hilft.forum.category.CategoryRules;
import hilft.forum.category.CategoryText;
import hilft.forum.category.CategoryView;
import hilft.forum.member.Author;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a category as they stand in the form. */
public class TypedCategory {
    private String slug = "";
    private String icon = "";
    private String colour = CategoryRules.USUAL_COLOUR;
    private String nameDe = "";
    private String nameEn = "";
    private String descriptionDe = "";
    private String descriptionEn = "";
    private String templateDe = "";
    private String templateEn = "";
    private String rulesDe = "";
    private String rulesEn = "";
    private String moderators = "";

    void fill(CategoryView view) {
        slug = view.slug();
        icon = view.icon();
        colour = view.colour();
        nameDe = view.nameDe();
        nameEn = view.nameEn();
        descriptionDe = view.descriptionDe();
        descriptionEn = view.descriptionEn();
        templateDe = view.templateDe();
        templateEn = view.templateEn();
        rulesDe = view.rulesDe();
        rulesEn = view.rulesEn();
        moderators = handles(view);
    }

    static String handles(CategoryView view) {
        return view.moderators().stream().map(Author::handle).collect(Collectors.joining(", "));
    }

    CategoryText text() {
        return new CategoryText(
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
                Stream.of(moderators.split("[,;\\s]+")).toList());
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getIcon() {
        return icon;
    }

    public void setIcon(String icon) {
        this.icon = icon;
    }

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
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

    public String getTemplateDe() {
        return templateDe;
    }

    public void setTemplateDe(String templateDe) {
        this.templateDe = templateDe;
    }

    public String getTemplateEn() {
        return templateEn;
    }

    public void setTemplateEn(String templateEn) {
        this.templateEn = templateEn;
    }

    public String getRulesDe() {
        return rulesDe;
    }

    public void setRulesDe(String rulesDe) {
        this.rulesDe = rulesDe;
    }

    public String getRulesEn() {
        return rulesEn;
    }

    public void setRulesEn(String rulesEn) {
        this.rulesEn = rulesEn;
    }

    public String getModerators() {
        return moderators;
    }

    public void setModerators(String moderators) {
        this.moderators = moderators;
    }
}
