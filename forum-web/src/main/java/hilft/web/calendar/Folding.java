package hilft.web.calendar;

import java.nio.charset.StandardCharsets;

/**
 * Breaks lines after 75 octets of UTF-8 (RFC 5545, 3.1). The library counts characters, so that umlauts make its lines too
 * long and an emoji can fall into two halves.
 */
final class Folding {

    private static final int OCTETS = 75;

    private Folding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / 32);
        int octets = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String character = Character.toString(text.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            boolean isBreak = character.equals("\r") || character.equals("\n");
            if (!isBreak && octets + size > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets = isBreak ? 0 : octets + size;
        }
        return folded.toString();
    }
}
