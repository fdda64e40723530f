package hilft.forum.search;

import java.util.List;

/** A part of a text, marked when it is what was looked for. */
public record Piece(String text, boolean marked) {

    /** The pieces as safe HTML, the marked ones in {@code mark} elements. */
    public static String html(List<Piece> pieces) {
        StringBuilder html = new StringBuilder();
        for (Piece piece : pieces) {
            html.append(piece.marked ? "<mark>" : "").append(escape(piece.text)).append(piece.marked ? "</mark>" : "");
        }
        return html.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
