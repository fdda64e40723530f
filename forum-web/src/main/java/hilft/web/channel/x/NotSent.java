package hilft.web.channel.x;

import java.io.IOException;

/** The request has surely not reached X. */
class NotSent extends IOException {

    private static final long serialVersionUID = 1;

    NotSent(String message) {
        super(message);
    }
}
