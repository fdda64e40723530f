package hilft.stack;

import hilft.stack.social.SocialSimulator;
import java.time.Clock;
import java.util.Map;

/** What the forum speaks to beyond its own servers, played on loopback: mail and X. It lives in the present, wherever the forum travels. */
final class OutsideWorld {
    /** The file in the stack's folder that keeps posts and permissions. */
    static final String MEMORY = "social.json";

    private static final String CLIENT = "hilft-demo";

    private final Ports ports;
    private final String clientSecret;
    private final Mailbox mailbox;
    private final SocialSimulator x;
    private final SocialPort port;

    OutsideWorld(Folder folder, Ports ports, String forumUrl, Runnable restartForum) {
        this.ports = ports;
        clientSecret = folder.secret("x.client-secret");
        mailbox = new Mailbox(ports.mail());
        x = new SocialSimulator(new SocialSimulator.Setting(
                url(),
                CLIENT,
                clientSecret,
                forumUrl + "/admin/channels/x/callback",
                folder.resolve(MEMORY),
                Project.root().resolve("forum-web/src/main/webapp/resources/css"),
                Clock.systemUTC()));
        port = new SocialPort(ports.social());
        port.serve("/", x::answer);
        new DevPages(mailbox, restartForum).serveOn(port);
    }

    void start() {
        x.recall();
        mailbox.start();
        port.open();
    }

    void stop() {
        port.close();
        mailbox.stop();
    }

    String url() {
        return "http://localhost:" + ports.social();
    }

    SocialPort port() {
        return port;
    }

    SocialSimulator x() {
        return x;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** What the forum needs to know to speak to all of it. */
    Map<String, String> environment() {
        return Map.of(
                "HILFT_MAIL_HOST",
                "localhost",
                "HILFT_MAIL_PORT",
                Integer.toString(ports.mail()),
                "HILFT_MAIL_FROM",
                "hilft@example.org",
                "HILFT_X_API_URL",
                url(),
                "HILFT_X_WEB_URL",
                url(),
                "HILFT_X_AUTHORIZE_URL",
                url() + "/i/oauth2/authorize",
                "HILFT_X_CLIENT_ID",
                CLIENT,
                "HILFT_X_CLIENT_SECRET",
                clientSecret);
    }
}
