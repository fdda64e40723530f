package hilft.web.page.settings;

import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.Invitations;
import hilft.web.faces.Language;
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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A member's handle, language, mails and invitations. */
@Named
@RequestScoped
public class SettingsPage {
    private static final int YEAR = 31_536_000;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Members members;

    @Inject
    Invitations invitations;

    @Inject
    EventQueries events;

    @Inject
    Typed form;

    @Inject
    Words words;

    private @Nullable MemberView member;
    private String handle = "";
    private String language = "";
    private boolean mailWanted;
    private boolean invitationsWanted;

    @PostConstruct
    void read() {
        if (!request.getMethod().equals("POST")) visitor.viewer().id();
        member = visitor.member().orElse(null);
        if (member != null) {
            handle = member.handle();
            language = member.language();
            mailWanted = member.mailWanted();
            invitationsWanted = events.wantsInvitations(member.id());
        }
    }

    public @Nullable MemberView getMember() {
        return member;
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public boolean isMailWanted() {
        return mailWanted;
    }

    public void setMailWanted(boolean mailWanted) {
        this.mailWanted = mailWanted;
    }

    public boolean isInvitationsWanted() {
        return invitationsWanted;
    }

    public void setInvitationsWanted(boolean invitationsWanted) {
        this.invitationsWanted = invitationsWanted;
    }

    public void chooseHandle() {
        form.send(() -> {
            members.chooseHandle(visitor.viewer().id(), handle);
            Flash.say(request, words.of("settings.handle.done"));
            return "/settings";
        });
    }

    public void save() {
        form.send(() -> {
            Locale chosen =
                    Language.chosen(language).orElseThrow(() -> new MemberProblem(MemberProblem.Reason.INVALID));
            members.prefer(visitor.viewer().id(), chosen.getLanguage(), mailWanted);
            invitations.wantInvitations(visitor.viewer().id(), invitationsWanted);
            speak(chosen);
            Flash.say(request, Words.in(chosen, "settings.done"));
            return "/settings";
        });
    }

    private void speak(Locale chosen) {
        Cookie cookie = new Cookie(Language.COOKIE, chosen.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        ((HttpServletResponse)
                        FacesContext.getCurrentInstance().getExternalContext().getResponse())
                .addCookie(cookie);
    }
}
