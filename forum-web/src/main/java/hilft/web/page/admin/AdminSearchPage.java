package hilft.web.page.admin;

import hilft.forum.search.record.SearchRecordQueries;
import hilft.forum.search.record.SearchRecords;
import hilft.forum.search.record.SearchedQuery;
import hilft.forum.similar.deflection.DeflectionFigures;
import hilft.forum.similar.deflection.DeflectionQueries;
import hilft.forum.similar.deflection.RepeatedQuestion;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;

/** What people search for, what of it answers them before they ask, and what is missing. */
@Named
@RequestScoped
public class AdminSearchPage {
    /** As many as are looked through on a page; a spreadsheet gets all. */
    private static final int ROWS = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    DeflectionQueries deflections;

    /** Asked to write down what it has counted, so that a search is here as soon as it was made. */
    @Inject
    SearchRecords records;

    @Inject
    SearchRecordQueries searches;

    @Inject
    Words words;

    private int days;
    private DeflectionFigures figures = DeflectionFigures.NONE;
    private SearchedQuery total = new SearchedQuery("", 0, 0);
    private List<SearchedQuery> unfound = List.of();
    private List<SearchedQuery> most = List.of();
    private List<RepeatedQuestion> repeated = List.of();

    @PostConstruct
    void read() {
        days = SearchPeriod.of(Routes.parameter(request, "days"));
        figures = deflections.figures(days);
        records.flush();
        total = searches.total(days);
        unfound = searches.unfound(days, ROWS);
        most = searches.most(days, ROWS);
        repeated = deflections.repeated(days, ROWS);
    }

    public int getDays() {
        return days;
    }

    public List<Integer> getPeriods() {
        return SearchPeriod.DAYS;
    }

    public DeflectionFigures getFigures() {
        return figures;
    }

    public String getRate() {
        return figures.shown() == 0 ? "–" : words.percent(figures.rate());
    }

    /** How much of what was shown a number is, in words; nothing when nothing was shown. */
    public String share(long count) {
        return figures.shown() == 0
                ? ""
                : words.of("admin.search.share", words.percent((double) count / figures.shown()));
    }

    public SearchedQuery getTotal() {
        return total;
    }

    public List<SearchedQuery> getUnfound() {
        return unfound;
    }

    public List<SearchedQuery> getMost() {
        return most;
    }

    public List<RepeatedQuestion> getRepeated() {
        return repeated;
    }

    /** Where the same search leads today. */
    public String url(SearchedQuery searched) {
        return UriBuilder.fromPath("/search")
                .queryParam("q", "{query}")
                .build(searched.query())
                .toString();
    }
}
