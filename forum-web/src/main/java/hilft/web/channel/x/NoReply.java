package hilft.web.channel.x;

import java.io.IOException;

/** The request was on its way to X, and no answer came back. */
class NoReply extends IOException {

    private static final long serialVersionUID = 1;

    NoReply(String message) {
        super(message);
    }
}
