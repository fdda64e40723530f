package hilft.web.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a page back until it is whole, so that it can fail until its last line, and takes markup that is encoded already. */
public final class PageWriter extends Writer {

    private static final int USUAL_LENGTH = 8_192;

    private static final String RENDERED = "hilft.rendered";

    private final List<byte[]> parts = new ArrayList<>();
    private final Map<Integer, Own> own = new HashMap<>();
    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

    /** The writer of the page that is being rendered; empty in consoles, and where what is written is not for the page yet. */
    public static Optional<PageWriter> of(FacesContext context) {
        return Optional.ofNullable((PageWriter) context.getAttributes().get(PageWriter.class));
    }

    /** Without a writer, what is rendered from now on is not for the page. */
    public static void set(FacesContext context, Optional<PageWriter> writer) {
        if (writer.isPresent()) {
            context.getAttributes().put(PageWriter.class, writer.get());
        } else {
            context.getAttributes().remove(PageWriter.class);
        }
    }

    /** Adds markup in UTF-8, which must not change any more. */
    public void put(byte[] markup) {
        close();
        parts.add(markup);
    }

    /** Adds markup that shows the page's reader, and not the page. */
    public void put(byte[] markup, Own whose) {
        close();
        own.put(parts.size(), whose);
        parts.add(markup);
    }

    /** The page that was rendered whole for this request, if one was and no form was sent with it. */
    public static Optional<PageWriter> rendered(ServletRequest request) {
        return Optional.ofNullable((PageWriter) request.getAttribute(RENDERED));
    }

    void noteRendered(ExternalContext external) {
        close();
        external.getRequestMap().put(RENDERED, this);
    }

    /** The page in its order; a part that shows its reader is told apart by {@link #own}. */
    public List<byte[]> parts() {
        return Collections.unmodifiableList(parts);
    }

    /** What the part at the place shows of the reader, or nothing for one that shows the page. */
    public Optional<Own> own(int place) {
        return Optional.ofNullable(own.get(place));
    }

    /**
     * What a part shows of the reader.
     *
     * @param name of the value it shows
     * @param place where it stands in the templates
     */
    public record Own(String name, String place) {}

    @Override
    public void write(char[] characters, int offset, int length) {
        text.append(characters, offset, length);
    }

    @Override
    public void write(String characters) {
        text.append(characters);
    }

    @Override
    public void write(String characters, int offset, int length) {
        text.append(characters, offset, offset + length);
    }

    @Override
    public void write(int character) {
        text.append((char) character);
    }

    /** Nothing leaves before the page is whole. */
    @Override
    public void flush() {}

    @Override
    public void close() {
        if (!text.isEmpty()) {
            parts.add(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }

    void send(OutputStream out) throws IOException {
        close();
        for (byte[] part : parts) {
            out.write(part);
        }
    }
}
