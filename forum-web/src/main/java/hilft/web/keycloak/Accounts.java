package hilft.web.keycloak;

import hilft.forum.member.Role;
import hilft.web.job.Secrets;
import hilft.web.security.LoginSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The accounts as Keycloak has them now. */
@ApplicationScoped
class Accounts {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;
    private static final List<String> OWN_CHANGES =
            List.of("UPDATE_PROFILE", "UPDATE_EMAIL", "VERIFY_EMAIL", "DELETE_ACCOUNT");
    private static final List<String> CHANGED_RESOURCES = List.of("USER", "REALM_ROLE_MAPPING", "GROUP_MEMBERSHIP");
    private static final String USERS = "users/";

    /** One account; {@code displayName} is the profile's own field, Keycloak's user names are e-mail addresses. */
    record Account(
            String subject,
            boolean enabled,
            @Nullable String displayName,
            @Nullable String email,
            boolean emailVerified,
            Set<Role> roles) {}

    @Inject
    LoginSettings settings;

    @Inject
    @ConfigProperty(name = "hilft.keycloak.admin-client-id", defaultValue = "hilft-sync")
    String clientId;

    private @Nullable Keycloak keycloak;

    /** Whether there is an account to ask with. */
    boolean areReadable() {
        return secret().isPresent();
    }

    private static Optional<String> secret() {
        return Secrets.find("hilft.keycloak.admin-client-secret").filter(secret -> !secret.isBlank());
    }

    /** The subjects that were changed since then, by themselves or by an administrator; some may be gone. */
    Set<String> changedSince(Instant since) {
        RealmResource realm = realm();
        long from = since.toEpochMilli();
        long to = Instant.now().plus(Duration.ofDays(1)).toEpochMilli();
        Set<String> subjects = new LinkedHashSet<>();
        pages(first -> realm.getEvents(OWN_CHANGES, null, null, from, to, null, first, PAGE, "asc"), events -> {
            for (EventRepresentation event : events) {
                if (event.getUserId() != null) {
                    subjects.add(event.getUserId());
                }
            }
        });
        pages(
                first -> realm.getAdminEvents(
                        null, null, null, null, null, null, CHANGED_RESOURCES, from, to, first, PAGE, "asc"),
                events -> {
                    for (AdminEventRepresentation event : events) {
                        subject(event.getResourcePath()).ifPresent(subjects::add);
                    }
                });
        return subjects;
    }

    private static <T> void pages(IntFunction<List<T>> read, java.util.function.Consumer<List<T>> take) {
        for (int page = 0; page < MOST_PAGES; page++) {
            List<T> items = read.apply(page * PAGE);
            take.accept(items);
            if (items.size() < PAGE) {
                return;
            }
        }
    }

    /** The id in {@code users/ID} or {@code users/ID/role-mappings/realm}. */
    static Optional<String> subject(@Nullable String resourcePath) {
        if (resourcePath == null || !resourcePath.startsWith(USERS)) {
            return Optional.empty();
        }
        String rest = resourcePath.substring(USERS.length());
        int end = rest.indexOf('/');
        return Optional.of(end < 0 ? rest : rest.substring(0, end)).filter(id -> !id.isEmpty());
    }

    /** The account, or nothing if it was deleted. */
    Optional<Account> find(String subject) {
        try {
            UserResource resource = realm().users().get(subject);
            UserRepresentation user = resource.toRepresentation();
            List<String> roles = resource.roles().realmLevel().listEffective().stream()
                    .map(RoleRepresentation::getName)
                    .toList();
            return Optional.of(new Account(
                    subject,
                    Boolean.TRUE.equals(user.isEnabled()),
                    user.firstAttribute("displayName"),
                    user.getEmail(),
                    Boolean.TRUE.equals(user.isEmailVerified()),
                    Role.among(roles)));
        } catch (NotFoundException deleted) {
            return Optional.empty();
        }
    }

    private synchronized RealmResource realm() {
        if (keycloak == null) {
            Keycloak.setClientProvider(new AdminClient());
            keycloak = KeycloakBuilder.builder()
                    .serverUrl(settings.getInternalUrl())
                    .realm(settings.getRealm())
                    .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                    .clientId(clientId)
                    .clientSecret(secret().orElse(""))
                    .build();
        }
        return keycloak.realm(settings.getRealm());
    }

    @PreDestroy
    synchronized void close() {
        if (keycloak != null) {
            keycloak.close();
            keycloak = null;
        }
    }
}
