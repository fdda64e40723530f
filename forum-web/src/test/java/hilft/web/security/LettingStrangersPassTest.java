package hilft.web.security;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is asked by the login mechanism, and who is not. */
class LettingStrangersPassTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void aStrangerIsNotAsked() throws AuthException {
        MessageInfo stranger = message("/questions", null, null);

        assertThat(door().validateRequest(stranger, new Subject(), null)).isEqualTo(AuthStatus.SUCCESS);
        assertThat(asked).isEmpty();
    }

    @Test
    void nobodyIsAskedAboutAnswers() throws AuthException {
        assertThat(door().secureResponse(message("/", "0123456789abcdef", null), null))
                .isEqualTo(AuthStatus.SEND_SUCCESS);
        assertThat(asked).isEmpty();
    }

    @Test
    void whoBringsASessionOrATokenIsAsked() throws AuthException {
        asksFor(message("/questions", "0123456789abcdef", null));
        asksFor(message("/api/v1/me", null, "Bearer x"));
    }

    @Test
    void whoComesBackFromTheLoginIsAsked() throws AuthException {
        asksFor(message("/callback", null, null));
    }

    @Test
    void whoWantsWhatIsGuardedIsAsked() throws AuthException {
        MessageInfo guarded = message("/login", null, null);
        guarded.getMap().put("jakarta.security.auth.message.MessagePolicy.isMandatory", "true");
        asksFor(guarded);
    }

    private void asksFor(MessageInfo message) throws AuthException {
        asked.clear();
        assertThat(door().validateRequest(message, new Subject(), null)).isEqualTo(AuthStatus.SEND_CONTINUE);
        assertThat(asked).containsExactly("validateRequest");
    }

    private ServerAuthContext door() throws AuthException {
        ServerAuthContext context = fake(ServerAuthContext.class, (self, method, arguments) -> {
            asked.add(method.getName());
            return AuthStatus.SEND_CONTINUE;
        });
        ServerAuthConfig config = fake(ServerAuthConfig.class, (self, method, arguments) -> context);
        AuthConfigProvider provider = fake(AuthConfigProvider.class, (self, method, arguments) -> config);
        return new StrangersPass(provider)
                .getServerAuthConfig("HttpServlet", "server /", null)
                .getAuthContext("server /", null, Map.of());
    }

    private static MessageInfo message(String path, @Nullable String session, @Nullable String authorization) {
        HttpServletRequest request =
                fake(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
                    case "getRequestURI" -> path;
                    case "getContextPath" -> "";
                    case "getRequestedSessionId" -> session;
                    case "getHeader" -> arguments[0].equals("Authorization") ? authorization : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Map<String, Object> map = new HashMap<>();
        return fake(
                MessageInfo.class, (self, method, arguments) -> method.getName().equals("getMap") ? map : request);
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
