package hilft.stack.social;

import java.text.Normalizer;
import java.util.Locale;

/** Somebody on the simulated network; the handle is written without its {@code @}. */
record Account(String id, String handle, String name) {
    private static final int HANDLE = 15;

    /** The handle an outside person of that name would have: letters, digits and underscores, at most 15. */
    static String handleOf(String name) {
        var german =
                name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        var plain = Normalizer.normalize(german, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        var handle = plain.isEmpty() ? "person_" + Integer.toHexString(name.hashCode()) : plain;
        return handle.substring(0, Math.min(HANDLE, handle.length()));
    }
}
