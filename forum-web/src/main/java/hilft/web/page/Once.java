package hilft.web.page;

import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes the hidden key by which a form that is sent twice is written once. */
public final class Once {

    private Once() {}

    public static String key() {
        return "form-" + UUID.randomUUID();
    }

    /** The form's key; a page that many share has none, and what makes the write one is its text. */
    public static String key(String given, String text) {
        return given.isEmpty() ? "text-" + UUID.nameUUIDFromBytes(text.getBytes(UTF_8)) : given;
    }
}
