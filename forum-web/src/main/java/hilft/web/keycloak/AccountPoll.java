package hilft.web.keycloak;

import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.forum.member.SignIn;
import hilft.web.security.KnownTokens;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Brings what changed in Keycloak into the forum: names, addresses and roles, who is disabled, who is gone. Each round
 * takes over states, not changes, so that a repeated event does no harm.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountPoll {

    private static final Logger LOG = Logger.getLogger(AccountPoll.class.getName());
    private static final long FIRST_AFTER_SECONDS = 5;

    /** How far the first round looks back, for what happened while the forum was down. */
    private static final Duration AT_START = Duration.ofDays(7);

    /** Events become visible a moment after their time, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    @Resource
    TimerService timers;

    @Inject
    Accounts accounts;

    @Inject
    Members members;

    @Inject
    MemberQueries queries;

    @Inject
    KnownTokens knownTokens;

    @Inject
    @ConfigProperty(name = "hilft.keycloak.poll-seconds", defaultValue = "20")
    int seconds;

    private @Nullable Instant since;
    private boolean failing;

    @PostConstruct
    void start() {
        if (accounts.areReadable()) {
            timers.createIntervalTimer(
                    Duration.ofSeconds(FIRST_AFTER_SECONDS).toMillis(),
                    Duration.ofSeconds(seconds).toMillis(),
                    new TimerConfig(null, false));
        } else {
            LOG.warning("hilft.keycloak.admin-client-secret is not set: changes in Keycloak are seen at logins only");
        }
    }

    /** A round that fails is told once; the next one asks again from where the last good one began. */
    @Timeout
    void round() {
        try {
            Instant now = Clock.systemUTC().instant();
            Instant from = since == null ? now.minus(AT_START) : since.minus(OVERLAP);
            accounts.changedSince(from).forEach(this::takeOver);
            since = now;
            tell(false, "Keycloak answers again", null);
        } catch (RuntimeException e) {
            tell(true, "Keycloak cannot be asked for changes, the next round asks again", e);
        }
    }

    /** Takes over one account as it is now; people who have never been here stay unknown. */
    void takeOver(String subject) {
        queries.findBySubject(subject)
                .ifPresent(member -> accounts.find(subject)
                        .ifPresentOrElse(account -> takeOver(account, member), () -> bury(subject)));
    }

    private void takeOver(Accounts.Account account, MemberView member) {
        members.signIn(new SignIn(
                account.subject(),
                account.displayName(),
                account.email(),
                account.emailVerified(),
                account.roles(),
                member.language()));
        if (!account.enabled()) {
            members.disable(account.subject());
        } else if (member.disabled()) {
            members.enable(account.subject());
        }
    }

    private void bury(String subject) {
        knownTokens.forget(subject);
        members.delete(subject);
    }

    private void tell(boolean failed, String message, @Nullable RuntimeException cause) {
        if (failing != failed) {
            failing = failed;
            LOG.log(failed ? Level.WARNING : Level.INFO, message + (cause == null ? "" : ": " + cause.getMessage()));
        }
    }
}
