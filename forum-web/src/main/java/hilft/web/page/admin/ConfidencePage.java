package hilft.web.page.admin;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.similar.Calibration;
import hilft.forum.similar.Confidence;
import hilft.forum.similar.PrecisionCurve;
import hilft.forum.similar.calibration.AppliedCalibration;
import hilft.forum.similar.calibration.CalibrationPreview;
import hilft.forum.similar.calibration.CalibrationProblem;
import hilft.forum.similar.calibration.Calibrations;
import hilft.forum.similar.calibration.Targets;
import hilft.forum.text.Languages;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far suggestions are trusted, what the forum's own decisions say of it, and what they would make of it. */
@Named
@RequestScoped
public class ConfidencePage {
    private static final int LINES = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    Calibrations calibrations;

    @Inject
    MemberQueries members;

    @Inject
    Words words;

    private String language = Languages.GERMAN;
    private Targets targets = Targets.STANDARD;
    private boolean impossible;
    private @Nullable CalibrationPreview preview;

    @PostConstruct
    void read() {
        language = language(Routes.parameter(request, "language"));
        targets = new Targets(
                number("answers", Targets.STANDARD.answers()), number("suggestions", Targets.STANDARD.suggestions()));
        try {
            preview = calibrations.preview(language, targets);
        } catch (CalibrationProblem outOfRange) {
            impossible = true;
            preview = calibrations.preview(language, Targets.STANDARD);
        }
    }

    private int number(String name, int otherwise) {
        String typed = Routes.parameter(request, name);
        return typed != null && typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : otherwise;
    }

    /** One of the two that questions are asked in. */
    static String language(@Nullable String typed) {
        return Languages.ENGLISH.equals(typed) ? Languages.ENGLISH : Languages.GERMAN;
    }

    static String url(String language) {
        return "/admin/search/confidence?language=" + language;
    }

    public String getLanguage() {
        return language;
    }

    public Targets getTargets() {
        return targets;
    }

    /** Whether the targets asked for cannot be. */
    public boolean isImpossible() {
        return impossible;
    }

    public CalibrationPreview getPreview() {
        return Objects.requireNonNull(preview);
    }

    public boolean isAsked() {
        return request.getParameter("answers") != null
                && !impossible
                && getPreview().isEnough();
    }

    /** Whether there is anything to draw. */
    public boolean isDrawn() {
        return getPreview().ofCurrent().decisions() > 0;
    }

    public String getCurrentLine() {
        return CurveLine.of(getPreview().ofCurrent());
    }

    public String getFittedLine() {
        PrecisionCurve curve = getPreview().ofFitted();
        return curve == null ? "" : CurveLine.of(curve);
    }

    public int getFewest() {
        return Calibration.FEWEST;
    }

    /** What each band means now, and would mean. */
    public List<Line> getLines() {
        Confidence current = getPreview().current();
        Confidence fitted = getPreview().fitted();
        return List.of(
                line("answer", current.answerFrom(), fitted == null ? null : fitted.answerFrom()),
                line("suggest", current.suggestFrom(), fitted == null ? null : fitted.suggestFrom()));
    }

    private Line line(String band, double from, @Nullable Double fittedFrom) {
        PrecisionCurve fitted = getPreview().ofFitted();
        return new Line(
                band,
                cell(from, getPreview().ofCurrent()),
                fittedFrom == null || fitted == null ? null : cell(fittedFrom, fitted));
    }

    private Cell cell(double from, PrecisionCurve curve) {
        PrecisionCurve.Point point = curve.at(from);
        boolean known = point.coverage() > 0;
        return new Cell(
                words.percent(from),
                curve.decisions() == 0 ? "–" : words.percent(point.coverage()),
                known ? words.percent(point.precision()) : "–");
    }

    /** Whether a calibration of the forum's own counts for this language. */
    public boolean isOwn() {
        return calibrations.log(LINES).stream()
                .filter(one -> one.language().equals(language))
                .findFirst()
                .map(AppliedCalibration::own)
                .orElse(false);
    }

    public List<Applied> getLog() {
        List<AppliedCalibration> log = calibrations.log(LINES);
        Map<Long, Author> authors =
                members.authors(log.stream().map(AppliedCalibration::appliedBy).toList());
        return log.stream()
                .map(one -> new Applied(one, authors.get(one.appliedBy())))
                .toList();
    }

    /** From which probability on a band begins, how many questions it covers and how often it is right. */
    public record Cell(String from, String coverage, String precision) {}

    /** A band now, and as it would be; the latter is missing while there are too few decisions. */
    public record Line(String band, Cell current, @Nullable Cell fitted) {}

    /** A line of the log and who made it. */
    public record Applied(
            AppliedCalibration calibration, @Nullable Author by) {}
}
