package hilft.web.security;

import hilft.stack.BlindBrowser;

/** What the forum takes a browser for, told by how it answers at the door of the desk. */
enum Visitor {
    STRANGER,
    MEMBER,
    STAFF;

    static Visitor in(BlindBrowser browser) {
        BlindBrowser.Page page = browser.get("/desk/nothing-here");
        return switch (page.status()) {
            case 302 -> STRANGER;
            case 403 -> MEMBER;
            case 404 -> STAFF;
            default -> throw new AssertionError("The desk answers " + page.status() + ": " + page.body());
        };
    }
}
