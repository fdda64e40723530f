package hilft.forum.member;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.IdList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * A person in the forum. Born at the first login from what Keycloak says, refreshed at each later one; may choose
 * another handle now and then; may be disabled and enabled again in Keycloak; deleted, it stays as a tombstone without name,
 * so that posts and ledger keep their member.
 */
@Entity
@Table(name = "member")
public class Member {

    @Id
    @SequenceGenerator(name = "member_seq", sequenceName = "member_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "member_seq")
    private Long id;

    @Column(name = "keycloak_sub")
    private @Nullable String subject;

    private String handle;

    @Column(name = "handle_changed_at")
    private @Nullable Instant handleChangedAt;

    @Column(name = "display_name")
    private String displayName;

    private @Nullable String email;

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Convert(converter = RolesConverter.class)
    private Set<Role> roles;

    private boolean team;
    private String language;

    @Column(name = "mail_wanted")
    private boolean mailWanted;

    private String about;

    @Column(name = "about_html")
    private String aboutHtml;

    private @Nullable String zone;

    @Column(name = "activity_shown")
    private boolean activityShown;

    @Column(name = "search_listed")
    private boolean searchListed;

    @Column(name = "mentions_wanted")
    private boolean mentionsWanted;

    @Column(name = "avatar_id")
    private @Nullable Long avatarId;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "visited_at", insertable = false, updatable = false)
    private @Nullable Instant visitedAt;

    @Column(name = "blocked_ids", insertable = false, updatable = false)
    private @Nullable String blockedIds;

    @Column(name = "visit_before", insertable = false, updatable = false)
    private @Nullable Instant visitBefore;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    @SuppressWarnings("NullAway.Init")
    private Member(String handle, String displayName, Instant now) {
        this.handle = handle;
        this.displayName = displayName;
        this.joinedAt = now;
        this.roles = Set.of();
        this.mailWanted = true;
        this.about = "";
        this.aboutHtml = "";
        this.activityShown = true;
        this.searchListed = true;
        this.mentionsWanted = true;
    }

    static Member join(SignIn signIn, String handle, Instant now) {
        Member member = new Member(handle, MemberRules.displayName(signIn), now);
        member.subject = signIn.subject();
        member.language = signIn.language();
        member.refresh(signIn);
        return member;
    }

    /** Takes over what changed in Keycloak since the last time; language stays the member's own choice. */
    void refresh(SignIn signIn) {
        refreshProfile(MemberRules.displayName(signIn), signIn.email(), signIn.emailVerified());
        if (!roles.equals(signIn.roles())) {
            roles = signIn.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(signIn.roles());
            team = roles.stream().anyMatch(role -> role != Role.CUSTOMER);
        }
    }

    void refreshProfile(String newDisplayName, @Nullable String newEmail, boolean newEmailVerified) {
        if (!displayName.equals(newDisplayName)) {
            displayName = newDisplayName;
        }
        if (!Objects.equals(email, newEmail)) {
            email = newEmail;
        }
        emailVerified = newEmailVerified;
    }

    void chooseHandle(String newHandle, Instant now) {
        if (now.isBefore(HandleRules.changeableFrom(handleChangedAt))) {
            throw new MemberProblem(
                    MemberProblem.Reason.HANDLE_CHANGED_LATELY,
                    List.of(new FieldError(
                            "handle", "member.handle_changed_lately", 0, (int) HandleRules.REST.toDays())));
        }
        handle = newHandle;
        handleChangedAt = now;
    }

    void prefer(String newLanguage, boolean wantsMail, boolean wantsMentions) {
        language = newLanguage;
        mailWanted = wantsMail;
        mentionsWanted = wantsMentions;
    }

    void introduce(String newAbout, String newAboutHtml) {
        about = newAbout;
        aboutHtml = newAboutHtml;
    }

    void show(boolean showsActivity, boolean isSearchListed) {
        activityShown = showsActivity;
        searchListed = isSearchListed;
    }

    void wear(@Nullable Long newAvatarId) {
        avatarId = newAvatarId;
    }

    void live(@Nullable String newZone) {
        zone = newZone;
    }

    void disable(Instant now) {
        disabledAt = now;
    }

    void enable() {
        disabledAt = null;
    }

    void delete(Instant now) {
        subject = null;
        handle = "deleted-" + id;
        displayName = "";
        email = null;
        emailVerified = false;
        about = "";
        aboutHtml = "";
        zone = null;
        avatarId = null;
        roles = EnumSet.noneOf(Role.class);
        team = false;
        deletedAt = now;
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    Long id() {
        return id;
    }

    String handle() {
        return handle;
    }

    public MemberView view() {
        return new MemberView(
                id,
                handle,
                displayName,
                Set.copyOf(roles),
                handleChangedAt,
                language,
                mailWanted,
                email,
                emailVerified,
                joinedAt,
                disabledAt != null,
                deletedAt != null,
                profile(),
                visitedAt,
                visitBefore,
                IdList.read(blockedIds));
    }

    MemberProfile profile() {
        return new MemberProfile(
                about,
                aboutHtml,
                MemberRules.zone(zone).orElse(null),
                activityShown,
                searchListed,
                mentionsWanted,
                avatarId);
    }
}
