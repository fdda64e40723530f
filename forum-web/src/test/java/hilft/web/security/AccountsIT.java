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
    void aDisabledMemberIsOut() {
        String id = console.createAccount("banned");
        BlindBrowser browser = loggedIn("banned");

        console.disable(id);

        Patience.awaitThat(() -> Visitor.in(browser), Visitor.STRANGER);
    }

    @Test
    void aDeletedMemberIsOutAndDoesNotComeBack() {
        String id = console.createAccount("gone");
        BlindBrowser browser = loggedIn("gone");

        console.delete(id);

        Patience.awaitThat(() -> Visitor.in(browser), Visitor.STRANGER);
        assertThat(Visitor.in(browser)).isEqualTo(Visitor.STRANGER);
    }

    private static BlindBrowser loggedIn(String name) {
        BlindBrowser browser = new BlindBrowser(stack.url());
        browser.login(name + "@example.org", KeycloakConsole.PASSWORD, "/");
        assertThat(Visitor.in(browser)).isEqualTo(Visitor.MEMBER);
        return browser;
    }
}
