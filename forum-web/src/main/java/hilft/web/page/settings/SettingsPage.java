package hilft.web.page.settings;

import hilft.forum.block.Blocks;
import hilft.forum.member.Author;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberRules;
import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.forum.member.ProfileChange;
import hilft.forum.shared.FieldError;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.Invitations;
import hilft.web.faces.Language;
import hilft.web.faces.Theme;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What members say about themselves, and what they choose: handle, language, theme, zone, mails, what others see. */
@Named
@RequestScoped
public class SettingsPage {
    private static final int YEAR = 31_536_000;
    private static final String ZONE = "zone";
    private static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final List<String> THEMES = List.of(Theme.SYSTEM, "light", "dark");
    private static final String UNBLOCK = "unblock";

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Members members;

    @Inject
    Blocks blocks;

    @Inject
    Invitations invitations;

    @Inject
    EventQueries events;

    @Inject
    Typed form;

    @Inject
    Words words;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "hilft.zone", defaultValue = "Europe/Berlin")
    ZoneId forumZone;

    private @Nullable MemberView member;
    private String handle = "";
    private String about = "";
    private String language = "";
    private String theme = "";
    private String zone = "";
    private boolean mailWanted;
    private boolean mentionsWanted;
    private boolean invitationsWanted;
    private boolean activityShown;
    private boolean searchListed;
    private List<Author> blocked = List.of();

    @PostConstruct
    void read() {
        boolean sent = request.getMethod().equals("POST");
        if (!sent) visitor.viewer().id();
        member = visitor.member().orElse(null);
        if (member != null) {
            handle = member.handle();
            about = member.profile().about();
            language = member.language();
            theme = Theme.of(request);
            zone = member.profile().zone() == null
                    ? ""
                    : member.profile().zone().getId();
            mailWanted = member.mailWanted();
            mentionsWanted = member.profile().mentionsWanted();
            invitationsWanted = events.wantsInvitations(member.id());
            activityShown = member.profile().activityShown();
            searchListed = member.profile().searchListed();
            blocked = blocks.list(member.id());
        }
        if (sent) {
            zone = typed(ZONE).orElse(zone);
            language = typed(LANGUAGE).orElse(language);
            theme = typed(THEME).orElse(theme);
        }
    }

    public @Nullable MemberView getMember() {
        return member;
    }

    public boolean isHandleChangeable() {
        return member == null || !clock.instant().isBefore(member.handleChangeableFrom());
    }

    /** From when on the handle may be changed again. */
    public String getHandleChangeableFrom() {
        return member == null ? "" : words.day(member.handleChangeableFrom());
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }

    public String getAbout() {
        return about;
    }

    public void setAbout(String about) {
        this.about = about;
    }

    public String getLanguage() {
        return language;
    }

    public List<Option> getLanguages() {
        return Language.KNOWN.stream()
                .map(one -> new Option(one.getLanguage(), one.getDisplayLanguage(one)))
                .toList();
    }

    public String getTheme() {
        return theme;
    }

    public List<Option> getThemes() {
        return THEMES.stream()
                .map(one -> new Option(one, words.of("shell.theme." + one)))
                .toList();
    }

    /** Something to choose, in the reader's words. */
    public record Option(String value, String label) {}

    /** Its name, or nothing for the forum's own. */
    public String getZone() {
        return zone;
    }

    public SortedSet<String> getZones() {
        return MemberRules.ZONES;
    }

    public String getForumZone() {
        return forumZone.getId();
    }

    public boolean isMailWanted() {
        return mailWanted;
    }

    public void setMailWanted(boolean mailWanted) {
        this.mailWanted = mailWanted;
    }

    public boolean isMentionsWanted() {
        return mentionsWanted;
    }

    public void setMentionsWanted(boolean mentionsWanted) {
        this.mentionsWanted = mentionsWanted;
    }

    public boolean isInvitationsWanted() {
        return invitationsWanted;
    }

    public void setInvitationsWanted(boolean invitationsWanted) {
        this.invitationsWanted = invitationsWanted;
    }

    public boolean isActivityShown() {
        return activityShown;
    }

    public void setActivityShown(boolean activityShown) {
        this.activityShown = activityShown;
    }

    public boolean isSearchListed() {
        return searchListed;
    }

    public void setSearchListed(boolean searchListed) {
        this.searchListed = searchListed;
    }

    public List<Author> getBlocked() {
        return blocked;
    }

    /** Saves all that is another than before, or nothing. */
    public void save() {
        form.send(() -> {
            long id = visitor.viewer().id();
            Optional<Locale> chosen = Language.chosen(language);
            members.change(
                    id,
                    new ProfileChange(
                            handle, about, zone, language, mailWanted, mentionsWanted, activityShown, searchListed),
                    unknown(chosen.isPresent(), THEMES.contains(theme)));
            invitations.wantInvitations(id, invitationsWanted);
            speak(chosen.orElseThrow());
            wear(Theme.named(theme));
            Flash.say(request, Words.in(chosen.orElseThrow(), "settings.done"));
            return "/settings";
        });
    }

    /** Lets the member be heard again whose handle the pressed button carries; all that is typed stays. */
    public void unblock() {
        String wanted = typed(UNBLOCK).orElse("");
        form.stay(() -> {
            long id = visitor.viewer().id();
            Author other = blocked.stream()
                    .filter(one -> one.handle().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new MemberProblem(MemberProblem.Reason.UNKNOWN));
            blocks.unblock(other.id(), id);
            blocked = blocks.list(id);
            return words.of("member.unblock.done", other.displayName());
        });
    }

    private static List<FieldError> unknown(boolean languageKnown, boolean themeKnown) {
        List<FieldError> errors = new ArrayList<>();
        if (!languageKnown) errors.add(FieldError.of(LANGUAGE, "member.language_unknown"));
        if (!themeKnown) errors.add(FieldError.of(THEME, "member.theme_unknown"));
        return errors;
    }

    private static Optional<String> typed(String field) {
        return Optional.ofNullable(FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(field));
    }

    private void speak(Locale chosen) {
        set(Language.COOKIE, chosen.getLanguage(), YEAR);
    }

    private void wear(String chosen) {
        boolean system = chosen.equals(Theme.SYSTEM);
        set(Theme.COOKIE, system ? "" : chosen, system ? 0 : YEAR);
    }

    private void set(String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        ((HttpServletResponse)
                        FacesContext.getCurrentInstance().getExternalContext().getResponse())
                .addCookie(cookie);
    }
}
