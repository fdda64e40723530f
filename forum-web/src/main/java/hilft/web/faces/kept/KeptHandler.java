package hilft.web.faces.kept;

import hilft.web.faces.Words;
import jakarta.el.VariableMapper;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.ActionSource;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.facelets.ComponentConfig;
import jakarta.faces.view.facelets.ComponentHandler;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.MetaRuleset;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagException;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code <hi:kept of="#{page.rows}" as="row">}: what is inside, for each value of a list or for the one value, made anew
 * only for values not seen before; when all are known, it is not even built. Inside, only {@code as} is known, and
 * {@code loops}: the variables of repetitions over parts of it. What Faces reads back from a form cannot stand there.
 * {@code own} names a value that shows the page's reader: whoever keeps the whole page leaves a gap there.
 */
public class KeptHandler extends ComponentHandler {

    private final TagAttribute of;
    private final String as;
    private final Set<String> loops;
    private final @Nullable String own;
    private final String place;
    private final Fragments fragments;

    public KeptHandler(ComponentConfig config) {
        super(config);
        of = getRequiredAttribute("of");
        as = getRequiredAttribute("as").getValue();
        TagAttribute named = getAttribute("loops");
        loops = named == null ? Set.of() : Set.of(named.getValue().split(" "));
        TagAttribute whose = getAttribute("own");
        own = whose == null ? null : whose.getValue();
        place = tag.getLocation().toString();
        fragments = CDI.current().select(Fragments.class).get();
    }

    @Override
    protected MetaRuleset createMetaRuleset(Class type) {
        return super.createMetaRuleset(type)
                .ignore("of")
                .ignore("as")
                .ignore("loops")
                .ignore("own");
    }

    @Override
    public void applyNextHandler(FaceletContext ctx, UIComponent component) throws IOException {
        Kept kept = (Kept) component;
        kept.show(of.getObject(ctx), place, reader(ctx.getFacesContext()), fragments, own);
        if (kept.isKnown()) {
            return;
        }
        VariableMapper outside = ctx.getVariableMapper();
        ctx.setVariableMapper(new Given(as, kept.current(), loops, ctx.getExpressionFactory()));
        try {
            super.applyNextHandler(ctx, component);
            requireMarkupAlone(component);
        } finally {
            ctx.setVariableMapper(outside);
        }
    }

    /** What makes equal values look different: the language, and the zone of whoever has chosen one. */
    private static String reader(FacesContext context) {
        String language = context.getViewRoot().getLocale().getLanguage();
        Object zone = context.getExternalContext().getRequestMap().get(Words.ZONE);
        return zone == null ? language : language + " " + zone;
    }

    private void requireMarkupAlone(UIComponent parent) {
        for (UIComponent child : parent.getChildren()) {
            if (child instanceof EditableValueHolder || child instanceof ActionSource || child instanceof UIForm) {
                throw new TagException(tag, "What Faces reads back cannot be kept: " + child.getClass());
            }
            requireMarkupAlone(child);
        }
    }
}
