package hilft.web.faces.kept;

import hilft.web.faces.PageWriter;
import jakarta.el.ELContext;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.ValueExpression;
import jakarta.faces.FacesException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The markup of some values: of those known by now as it was, of the others from the components inside. */
public class Kept extends UIComponentBase {

    private static final int USUAL_LENGTH = 4_096;

    private final List<Fragments.Key> keys = new ArrayList<>();
    private final List<byte @Nullable []> markup = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Fragments fragments;

    private @Nullable Object current;
    private @Nullable String own;

    /**
     * @param reader {@link Fragments#reader}
     * @param whose the name of what shows the reader and not the page, or null
     */
    void show(@Nullable Object shown, String place, String reader, Fragments from, @Nullable String whose) {
        fragments = from;
        own = whose;
        keys.clear();
        markup.clear();
        for (Object value : values(shown)) {
            Fragments.Key key = new Fragments.Key(place, reader, value);
            keys.add(key);
            markup.add(from.find(key));
        }
    }

    private static List<?> values(@Nullable Object shown) {
        if (shown == null) {
            return List.of();
        }
        return shown instanceof List<?> list ? list : List.of(shown);
    }

    boolean isKnown() {
        return !markup.contains(null);
    }

    @Override
    public String getFamily() {
        return "hilft.Kept";
    }

    @Override
    public @Nullable String getRendererType() {
        return null;
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        for (int i = 0; i < keys.size(); i++) {
            byte[] known = markup.get(i);
            write(
                    known == null ? make(keys.get(i), context) : known,
                    keys.get(i).place(),
                    context);
        }
    }

    private void write(byte[] markup, String place, FacesContext context) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        Optional<PageWriter> page = PageWriter.of(context);
        if (page.isPresent()) {
            // ends the tag that is open still
            writer.write("");
            if (own == null) {
                page.get().put(markup);
            } else {
                page.get().put(markup, new PageWriter.Own(own, place));
            }
        } else {
            writer.write(new String(markup, UTF_8));
        }
    }

    private byte[] make(Fragments.Key key, FacesContext context) throws IOException {
        ResponseWriter outside = context.getResponseWriter();
        Optional<PageWriter> page = PageWriter.of(context);
        StringWriter fragment = new StringWriter(USUAL_LENGTH);
        ResponseWriter writer = outside.cloneWithWriter(fragment);
        context.setResponseWriter(writer);
        PageWriter.set(context, Optional.empty());
        current = key.shown();
        try {
            for (UIComponent child : getChildren()) {
                child.encodeAll(context);
            }
            writer.flush();
        } finally {
            current = null;
            context.setResponseWriter(outside);
            PageWriter.set(context, page);
        }
        String html = fragment.toString();
        if (html.contains("<script")) {
            throw new FacesException("A script cannot be kept, in a console it carries a nonce: " + key.place());
        }
        byte[] made = html.getBytes(UTF_8);
        fragments.keep(key, made);
        return made;
    }

    /** The value that is being shown, for the expressions inside. */
    ValueExpression current() {
        return new Current(this);
    }

    private static final class Current extends ValueExpression {
        private static final long serialVersionUID = 1L;
        private final transient Kept kept;

        Current(Kept kept) {
            this.kept = kept;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T getValue(ELContext context) {
            return (T) kept.current;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object value) {
            throw new PropertyNotWritableException("A kept value cannot be written");
        }

        @Override
        public boolean isReadOnly(ELContext context) {
            return true;
        }

        @Override
        public Class<?> getType(ELContext context) {
            return Object.class;
        }

        @Override
        public Class<?> getExpectedType() {
            return Object.class;
        }

        @Override
        public String getExpressionString() {
            return "#{kept}";
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Current same && same.kept == kept;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(kept);
        }
    }
}
