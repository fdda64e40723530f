package hilft.web.page.admin;

import hilft.forum.search.record.SearchRecordQueries;
import hilft.forum.search.record.SearchedQuery;
import hilft.forum.similar.deflection.DeflectionFigures;
import hilft.forum.similar.deflection.DeflectionQueries;
import hilft.web.faces.Language;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tables of the search's page for a spreadsheet. */
@WebServlet("/permalink/search-table")
public class SearchTableServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Set<String> TABLES = Set.of("deflections", "unfound", "searches", "repeated");
    private static final int ROWS = 10_000;

    @Inject
    @SuppressWarnings("serial")
    transient DeflectionQueries deflections;

    @Inject
    @SuppressWarnings("serial")
    transient SearchRecordQueries searches;

    @Inject
    @SuppressWarnings("serial")
    transient Clock clock;

    @Inject
    @SuppressWarnings("serial")
    transient ZoneId zone;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl = "";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String table = Routes.parameter(request, "table");
        if (table == null || !TABLES.contains(table)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        response.setContentType(Csv.TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"hilft-" + table + "-" + today + ".csv\"");
        int days = SearchPeriod.of(request.getParameter("days"));
        Locale language = Language.of(request);
        Appendable out = response.getWriter();
        switch (table) {
            case "deflections" ->
                deflections(new Csv(
                        out,
                        columns(
                                language,
                                "day",
                                "language",
                                "shown",
                                "opened",
                                "solved",
                                "meToo",
                                "askedAnyway",
                                "askedUnshown",
                                "deflected")));
            case "repeated" ->
                repeated(
                        new Csv(out, columns(language, "question", "address", "shown", "opened", "solved", "meToo")),
                        days);
            default ->
                searches(
                        new Csv(out, columns(language, "query", "searches", "withoutResult")),
                        table.equals("unfound") ? searches.unfound(days, ROWS) : searches.most(days, ROWS));
        }
    }

    private static String[] columns(Locale language, String... names) {
        return Stream.of(names)
                .map(name -> Words.in(language, "admin.search.column." + name))
                .toArray(String[]::new);
    }

    private void deflections(Csv csv) {
        deflections.days().forEach(day -> {
            DeflectionFigures figures = day.figures();
            csv.line(
                    day.day(),
                    day.language(),
                    figures.shown(),
                    figures.opened(),
                    figures.solved(),
                    figures.meToo(),
                    figures.askedAnyway(),
                    figures.askedUnshown(),
                    figures.deflected());
        });
    }

    private void repeated(Csv csv, int days) {
        deflections
                .repeated(days, ROWS)
                .forEach(one -> csv.line(
                        one.question().title(),
                        baseUrl + one.question().url(),
                        one.shown(),
                        one.opened(),
                        one.solved(),
                        one.meToo()));
    }

    private static void searches(Csv csv, List<SearchedQuery> queries) {
        queries.forEach(query -> csv.line(query.query(), query.searches(), query.withoutResult()));
    }
}
