package hilft.web.security;

/** Why a login did not come to its end; the names are part of the message keys. */
public enum LoginProblem {
    /** The person turned back in Keycloak, or Keycloak refused. */
    REFUSED(400),
    /** The login was begun too long ago, in another browser, or never. */
    EXPIRED(400),
    /** Keycloak does not answer. */
    UNAVAILABLE(503),
    /** The member is disabled or deleted. */
    DISABLED(403);

    /** The request attribute under which the page of a failed login finds the reason. */
    public static final String ATTRIBUTE = "hilft.login.problem";

    private final int status;

    LoginProblem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The name as it stands in message keys. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
