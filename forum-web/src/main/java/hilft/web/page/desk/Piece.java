package hilft.web.page.desk;

import java.util.ArrayList;
import java.util.List;

/** A part of a post's text: words, or the link that leads into the forum. */
public record Piece(String text, boolean link) {

    static List<Piece> of(String text, String link) {
        List<Piece> pieces = new ArrayList<>();
        int begin = 0;
        for (int at = text.indexOf(link); at >= 0; at = text.indexOf(link, begin)) {
            if (at > begin) pieces.add(new Piece(text.substring(begin, at), false));
            pieces.add(new Piece(link, true));
            begin = at + link.length();
        }
        if (begin < text.length()) pieces.add(new Piece(text.substring(begin), false));
        return pieces;
    }
}
