package hilft.web.security;

import hilft.stack.BlindBrowser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator changes in Keycloak reaches the forum by itself, with tokens that still hold. */
class AccountsIT {

    private static Stack stack;
    private static KeycloakConsole console;

    @BeforeAll
    static void open() {
        stack = TestStack.get();
        console = new KeycloakConsole(stack);
    }

    @Test
    void whoIsDisabledOrDeletedIsOutAndDoesNotComeBack() {
        String disabled = console.createAccount("banned");
        String deleted = console.createAccount("gone");
        BlindBrowser banned = loggedIn("banned");
        BlindBrowser gone = loggedIn("gone");

        console.disable(disabled);
        console.delete(deleted);

        Patience.awaitThat(() -> Visitor.in(banned), Visitor.STRANGER);
        Patience.awaitThat(() -> Visitor.in(gone), Visitor.STRANGER);
        assertThat(Visitor.in(gone)).isEqualTo(Visitor.STRANGER);
    }

    private static BlindBrowser loggedIn(String name) {
        BlindBrowser browser = new BlindBrowser(stack.url());
        browser.login(name + "@example.org", KeycloakConsole.PASSWORD, "/");
        assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
        return browser;
    }
}
