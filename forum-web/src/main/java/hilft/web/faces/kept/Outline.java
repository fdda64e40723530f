package hilft.web.faces.kept;

import hilft.web.faces.PageWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A rendered page with gaps where it shows its reader: what is left is the same for all to whom the page shows the same. */
public final class Outline {

    private static final int OVERHEAD = 600;

    /** The key of the form, which is nobody else's; no fragment is kept of it. */
    private static final PageWriter.Own ONCE = new PageWriter.Own("once", "");

    /** Markup, and the gap behind it; the last has none. */
    private record Stretch(Piece markup, PageWriter.@Nullable Own gap) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private int length;

    private Outline() {}

    /** Without the key of its form, which must be as hard to guess as it is to meet by chance; empty for a page without forms. */
    public static Outline of(PageWriter page, String once) {
        Outline outline = new Outline();
        ByteArrayOutputStream markup = new ByteArrayOutputStream();
        List<byte[]> parts = page.parts();
        for (int i = 0; i < parts.size(); i++) {
            Optional<PageWriter.Own> own = page.own(i);
            if (own.isPresent()) {
                outline.add(markup, own.get());
            } else {
                outline.split(parts.get(i), once, markup);
            }
        }
        outline.add(markup, null);
        return outline;
    }

    private void split(byte[] part, String once, ByteArrayOutputStream markup) {
        // one character a byte, so that places are the same in both
        String text = once.isEmpty() ? "" : new String(part, ISO_8859_1);
        int from = 0;
        for (int at = text.indexOf(once); !once.isEmpty() && at >= 0; at = text.indexOf(once, from)) {
            markup.write(part, from, at - from);
            add(markup, ONCE);
            from = at + once.length();
        }
        markup.write(part, from, part.length - from);
    }

    private void add(ByteArrayOutputStream markup, PageWriter.@Nullable Own gap) {
        Piece piece = Piece.of(markup.toByteArray());
        stretches.add(new Stretch(piece, gap));
        length += piece.weight();
        markup.reset();
    }

    /** About how many bytes of memory it takes, with what it shows, which is its key. */
    public int weight() {
        return Fragments.COPIES * (OVERHEAD + length);
    }

    /**
     * The page for a reader, or nothing if what it shows of them has not been made yet.
     *
     * @param reader what makes equal values look different, {@link Fragments#reader}
     * @param values what the page shows of the reader, by name
     */
    public Optional<Filled> fill(String reader, Function<String, Object> values, String once, Fragments fragments) {
        List<Piece> page = new ArrayList<>();
        for (Stretch stretch : stretches) {
            page.add(stretch.markup());
            PageWriter.Own gap = stretch.gap();
            if (ONCE.equals(gap)) {
                page.add(Piece.stored(once));
            } else if (gap != null) {
                Piece known = fragments.piece(new Fragments.Key(gap.place(), reader, values.apply(gap.name())));
                if (known == null) {
                    return Optional.empty();
                }
                page.add(known);
            }
        }
        return Optional.of(new Filled(page));
    }
}
