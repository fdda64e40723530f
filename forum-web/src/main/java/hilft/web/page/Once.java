package hilft.web.page;

import java.util.UUID;

/** Makes the hidden key by which a form that is sent twice is written once. */
public final class Once {

    private Once() {}

    public static String key() {
        return "form-" + UUID.randomUUID();
    }
}
