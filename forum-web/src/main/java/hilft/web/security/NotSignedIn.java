package hilft.web.security;

/** Somebody anonymous asked for what only members may do: pages lead to the login, the API answers 401. */
public class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSignedIn() {
        super("Nobody is logged in");
    }
}
