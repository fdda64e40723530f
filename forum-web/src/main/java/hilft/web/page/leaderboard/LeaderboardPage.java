package hilft.web.page.leaderboard;

import hilft.rewards.leaderboard.Leaderboard;
import hilft.rewards.leaderboard.LeaderboardLine;
import hilft.rewards.leaderboard.Period;
import hilft.web.faces.Routes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who helped most this week, this month, ever. */
@Named
@RequestScoped
public class LeaderboardPage {
    private static final int PLACES = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    Leaderboard leaderboard;

    private Period period = Period.WEEK;
    private List<LeaderboardLine> lines = List.of();

    @PostConstruct
    void read() {
        period = Period.find(Routes.parameter(request, "period")).orElse(Period.WEEK);
        lines = leaderboard.list(period, null, PLACES);
    }

    public String getCanonicalPath() {
        return period == Period.WEEK ? "/leaderboard" : "/leaderboard?period=" + period.label();
    }

    public String getPeriod() {
        return period.label();
    }

    public List<String> getPeriods() {
        return List.of(Period.WEEK.label(), Period.MONTH.label(), Period.ALL.label());
    }

    public List<LeaderboardLine> getLines() {
        return lines;
    }
}
