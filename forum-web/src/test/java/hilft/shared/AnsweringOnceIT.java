package hilft.shared;

import hilft.forum.category.Categories;
import hilft.forum.category.CategoryText;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.forum.member.Viewer;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionText;
import hilft.forum.question.Questions;
import hilft.forum.search.analysis.Synonyms;
import hilft.forum.search.record.SearchRecordQueries;
import hilft.forum.search.record.SearchRecords;
import hilft.forum.search.record.SearchedQuery;
import hilft.forum.search.synonym.SavedSynonyms;
import hilft.forum.search.synonym.SynonymLists;
import hilft.forum.search.synonym.SynonymProblem;
import hilft.forum.search.synonym.SynonymsInUse;
import hilft.forum.similar.Band;
import hilft.forum.similar.Confidence;
import hilft.forum.similar.Confidences;
import hilft.forum.similar.Decision;
import hilft.forum.similar.Features;
import hilft.forum.similar.LanguageModels;
import hilft.forum.similar.calibration.AppliedCalibration;
import hilft.forum.similar.calibration.CalibrationPreview;
import hilft.forum.similar.calibration.CalibrationProblem;
import hilft.forum.similar.calibration.Calibrations;
import hilft.forum.similar.calibration.SimilarDecision;
import hilft.forum.similar.calibration.SimilarDecisions;
import hilft.forum.similar.calibration.Targets;
import hilft.forum.similar.deflection.Asking;
import hilft.forum.similar.deflection.DeflectionFigures;
import hilft.forum.similar.deflection.DeflectionQueries;
import hilft.forum.similar.deflection.Deflections;
import hilft.forum.similar.deflection.Judgement;
import hilft.forum.similar.deflection.RepeatedQuestion;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of askings and what is searched is counted truly, leads to nobody, and teaches only what an admin puts in force. */
@ArquillianTest
class AnsweringOnceIT {
    private static final int PERIOD = 30;

    @Resource(lookup = "java:app/jdbc/hilft")
    DataSource dataSource;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Members members;

    @Inject
    Categories categories;

    @Inject
    Questions questions;

    @Inject
    Deflections deflections;

    @Inject
    DeflectionQueries queries;

    @Inject
    SimilarDecisions decisions;

    @Inject
    Calibrations calibrations;

    @Inject
    Confidences confidences;

    @Inject
    LanguageModels models;

    @Inject
    SynonymLists synonyms;

    @Inject
    SynonymsInUse inUse;

    @Inject
    SearchRecords searches;

    @Inject
    SearchRecordQueries searched;

    @Deployment
    static WebArchive deployment() {
        return Deployments.shared();
    }

    @Test
    void eachFactCountsOnceHoweverOftenItIsTold() {
        long first = ask();
        long second = ask();
        DeflectionFigures before = queries.figures(PERIOD);
        Asking asking = asking();
        for (int i = 0; i < 3; i++) {
            deflections.show(asking, List.of(first, second), Band.SUGGEST);
            deflections.open(asking, first, null);
            deflections.solve(asking, first);
        }
        DeflectionFigures after = queries.figures(PERIOD);
        assertThat(after.shown() - before.shown()).isEqualTo(1);
        assertThat(after.opened() - before.opened()).isEqualTo(1);
        assertThat(after.solved() - before.solved()).isEqualTo(1);
        assertThat(after.deflected() - before.deflected()).isEqualTo(1);
        assertThat(repeated(first)).extracting("shown", "opened", "solved").containsExactly(1L, 1L, 1L);
        assertThat(repeated(second)).extracting("shown", "opened", "solved").containsExactly(1L, 0L, 0L);

        deflections.ask(asking);
        DeflectionFigures end = queries.figures(PERIOD);
        assertThat(end.askedAnyway() - before.askedAnyway()).isEqualTo(1);
        assertThat(end.solved() - before.solved()).as("what was said stands").isEqualTo(1);
        assertThat(end.deflected()).as("but the question was asked").isEqualTo(before.deflected());
    }

    /** Read past the entity manager, which in a test all threads share. */
    @Test
    void whatIsToldAtTheSameMomentIsAddedUpAndNothingIsRefused() throws Exception {
        long question = ask();
        List<Asking> askings = IntStream.range(0, 20).mapToObj(i -> asking()).toList();
        ExecutorService network = Executors.newFixedThreadPool(6, threads);
        try {
            List<Callable<Object>> told = new ArrayList<>();
            for (Asking asking : askings) {
                told.add(Executors.callable(() -> deflections.show(asking, List.of(question), Band.ANSWER)));
                told.add(Executors.callable(() -> deflections.open(asking, question, null)));
                told.add(Executors.callable(() -> deflections.sayMeToo(asking, question)));
                told.add(Executors.callable(() -> deflections.ask(asking)));
            }
            for (Future<Object> one : network.invokeAll(told)) {
                one.get();
            }
        } finally {
            network.shutdownNow();
        }
        String tokens =
                askings.stream().map(asking -> "'" + asking.token() + "'").collect(Collectors.joining(", ", "(", ")"));
        assertThat(numbers("""
                        select count(*) from deflection
                        where shown = 1 and band = 'ANSWER' and opened and me_too and asked and token in
                        """ + tokens)).containsExactly(20L);
        assertThat(numbers(
                        "select count(*) from deflection_thread where opened and me_too and question_id = " + question))
                .containsExactly(20L);
    }

    @Test
    void aQuestionWithoutSuggestionsIsAskedUnshown() {
        DeflectionFigures before = queries.figures(PERIOD);
        deflections.ask(asking());
        DeflectionFigures after = queries.figures(PERIOD);
        assertThat(after.askedUnshown() - before.askedUnshown()).isEqualTo(1);
        assertThat(after.shown()).isEqualTo(before.shown());
        assertThat(after.askedAnyway()).isEqualTo(before.askedAnyway());
    }

    @Test
    void threadsThatNobodyMaySeeAreNotCounted() throws SQLException {
        long hidden = ask();
        questions.hide(PostId.question(hidden));
        Asking asking = asking();
        for (long nothing : new long[] {hidden, 999_999_999, -1}) {
            assertThatThrownBy(() -> deflections.show(asking, List.of(nothing), Band.ANSWER))
                    .isInstanceOf(QuestionProblem.class);
            assertThatThrownBy(() -> deflections.open(asking, nothing, null)).isInstanceOf(QuestionProblem.class);
            assertThatThrownBy(() -> deflections.solve(asking, nothing)).isInstanceOf(QuestionProblem.class);
        }
        assertThat(numbers("select count(*) from deflection where token = '" + asking.token() + "'"))
                .containsExactly(0L);
    }

    @Test
    void aHiddenThreadIsNotAmongTheRepeatedOnes() {
        long question = ask();
        deflections.solve(asking(), question);
        assertThat(repeated(question)).isNotNull();
        questions.hide(PostId.question(question));
        assertThat(queries.repeated(PERIOD, 1_000))
                .noneMatch(one -> one.question().id() == question);
    }

    @Test
    void oneAskingCannotFillTheTable() throws SQLException {
        Asking asking = asking();
        List<Long> many = IntStream.range(0, 50).mapToObj(i -> ask()).toList();
        deflections.show(asking, many.subList(0, 25), Band.NONE);
        deflections.show(asking, many.subList(25, 50), Band.NONE);
        deflections.open(asking, many.get(49), null);
        assertThat(numbers("select count(*) from deflection_thread where token = '" + asking.token() + "'"))
                .containsExactly(40L);
    }

    @Test
    void whatPeopleAcceptAndRejectIsADecisionOnce() {
        long accepted = ask();
        long rejected = ask();
        long unseen = ask();
        Asking asking = asking();
        int before = decisions.list(model(), "en").size();
        for (int i = 0; i < 2; i++) {
            deflections.show(asking, List.of(accepted, rejected, unseen), Band.SUGGEST);
            deflections.open(asking, accepted, judgement(0.91));
            deflections.open(asking, rejected, judgement(0.42));
            deflections.open(asking, unseen, null);
            deflections.solve(asking, accepted);
            deflections.sayMeToo(asking, accepted);
            deflections.ask(asking);
        }
        List<Decision> made = decisions.list(model(), "en");
        assertThat(made).hasSize(before + 2);
        assertThat(made.subList(0, 2))
                .extracting(decision -> decision.features().meaning() + " " + decision.right())
                .containsExactlyInAnyOrder("0.91 true", "0.42 false");
    }

    private static Judgement judgement(double meaning) {
        return new Judgement(new Features(meaning, 0.8, 0.7, 1, 0.3, 2, 0), "en");
    }

    private String model() {
        return models.state().model();
    }

    @Test
    void confidenceFollowsOwnDecisionsOnlyWhenAnAdminSaysSo() throws SQLException {
        Viewer admin = admin();
        Confidence shipped = confidences.current("de");
        update("delete from similar_decision");
        assertThat(calibrations.preview("de", Targets.STANDARD).isEnough()).isFalse();
        assertThatThrownBy(() -> calibrations.apply("de", Targets.STANDARD, admin))
                .isInstanceOf(CalibrationProblem.class)
                .hasMessage("calibration.too_few");

        // what shares its meaning is the same question, now and then it is not
        for (int i = 0; i < 120; i++) {
            double meaning = i / 120.0;
            boolean right = i % 17 == 0 ? meaning < 0.5 : meaning > 0.5;
            String figures = new Features(meaning, meaning / 2, 0.5, meaning, 0.2, 2, 0).toString();
            decisions.add(new SimilarDecision("de", figures, right), model());
        }
        CalibrationPreview preview = calibrations.preview("de", Targets.STANDARD);
        assertThat(preview.isEnough()).isTrue();
        assertThat(preview.accepted() + preview.rejected()).isEqualTo(120);
        assertThat(confidences.current("de")).as("looking changes nothing").isSameAs(shipped);
        assertThatThrownBy(() -> calibrations.apply("de", Targets.STANDARD, join()))
                .isInstanceOf(CalibrationProblem.class)
                .hasMessage("calibration.not_admin");
        assertThatThrownBy(() -> calibrations.apply("de", new Targets(120, 1), admin))
                .isInstanceOf(CalibrationProblem.class)
                .hasMessage("calibration.invalid");

        calibrations.apply("de", Targets.STANDARD, admin);
        calibrations.adopt();
        Features sure = new Features(0.95, 0.5, 0.5, 0.95, 0.2, 2, 0);
        Features unsure = new Features(0.05, 0.02, 0.5, 0.05, 0.2, 2, 0);
        assertThat(confidences.current("de").probability(sure)).isGreaterThan(0.7);
        assertThat(confidences.current("de").probability(unsure)).isLessThan(0.3);
        assertThat(confidences.current("en"))
                .as("German decisions teach German")
                .isNotSameAs(confidences.current("de"));
        AppliedCalibration line = calibrations.log(1).get(0);
        assertThat(line.own()).isTrue();
        assertThat(line.decisions()).isEqualTo(120);
        assertThat(line.appliedBy()).isEqualTo(admin.id());

        calibrations.reset("de", admin);
        calibrations.adopt();
        assertThat(confidences.current("de")).isSameAs(shipped);
        assertThat(calibrations.log(2)).extracting(AppliedCalibration::own).containsExactly(false, true);
    }

    @Test
    void synonymsAreSavedByAdminsAgainstTheListTheySaw() {
        Viewer admin = admin();
        SavedSynonyms before = synonyms.current();
        assertThatThrownBy(() -> synonyms.save("a, b", before.version(), join()))
                .isInstanceOf(SynonymProblem.class)
                .hasMessage("synonyms.not_admin");
        assertThatThrownBy(() -> synonyms.save("a, b\nc", before.version(), admin))
                .isInstanceOf(SynonymProblem.class)
                .hasMessage("synonyms.invalid");
        assertThat(synonyms.current()).isEqualTo(before);

        assertThat(inUse.get().in("quantenfunk")).isEmpty();
        int version = synonyms.save("Quantenfunk, Router # neu", before.version(), admin);
        assertThat(synonyms.current().text()).isEqualTo("Quantenfunk, Router # neu");
        assertThat(inUse.get().in("Quantenfunk")).containsKey("quantenfunk");
        assertThatThrownBy(() -> synonyms.save("x, y", before.version(), admin))
                .isInstanceOf(SynonymProblem.class)
                .hasMessage("synonyms.stale");
        assertThat(synonyms.find(version)).map(SavedSynonyms::savedBy).contains(admin.id());
        assertThat(synonyms.find(0)).map(SavedSynonyms::isStandard).contains(true);
    }

    @Test
    void aListThatIsTriedIsInUseForNobodyElse() {
        Synonyms tried = Synonyms.read("Probewort, Anderswort").synonyms();
        assertThat(inUse.trying(tried, () -> inUse.get().in("Probewort"))).isNotEmpty();
        assertThat(inUse.get().in("Probewort")).isEmpty();
    }

    @Test
    void ofWhatIsOlderThan90DaysTheSumsAreKept() throws SQLException {
        long question = ask();
        Asking old = asking();
        deflections.solve(old, question);
        Asking edge = asking();
        deflections.solve(edge, question);
        age(old, 91);
        age(edge, 90);
        List<Long> daysBefore = sums();

        deflections.forget();
        deflections.forget();

        assertThat(numbers("select count(*) from deflection where token in ('%s', '%s')"
                        .formatted(old.token(), edge.token())))
                .as("rows kept")
                .containsExactly(1L);
        assertThat(numbers("select count(*) from deflection_thread where token = '" + old.token() + "'"))
                .containsExactly(0L);
        assertThat(sums()).isEqualTo(daysBefore);
    }

    /** All days together, from rows and from sums. */
    private List<Long> sums() {
        return queries.days().stream()
                .map(day -> List.of(
                        day.figures().shown(),
                        day.figures().solved(),
                        day.figures().deflected()))
                .reduce((one, other) -> IntStream.range(0, 3)
                        .mapToObj(i -> one.get(i) + other.get(i))
                        .toList())
                .orElse(List.of());
    }

    @Test
    void searchesAreCountedByTheirWordsOnly() {
        String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        searches.count(word + " Router", true);
        searches.count(" " + word.toUpperCase(java.util.Locale.ROOT) + "  router", false);
        searches.count(word + " lena.vogt@example.org 0171 2345678 @lena", false);
        searches.flush();
        searches.count(word + " router", false);
        searches.flush();
        assertThat(searched.most(1, 10_000))
                .contains(new SearchedQuery(word + " router", 3, 2), new SearchedQuery(word + " …", 1, 1));
        assertThat(searched.unfound(1, 10_000)).contains(new SearchedQuery(word + " router", 3, 2));
        assertThat(searched.most(1, 10_000)).noneMatch(one -> one.query().contains("lena"));
    }

    @Test
    void aFloodOfDifferentSearchesIsBounded() throws SQLException {
        SearchedQuery before = searched.total(1);
        String run = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        for (int i = 0; i < 6_000; i++) {
            searches.count(run + word(i), true);
        }
        searches.flush();
        assertThat(searched.total(1).searches() - before.searches()).isEqualTo(6_000);
        assertThat(numbers("select count(*) from search_record").get(0)).isLessThanOrEqualTo(5_001);
        update("delete from search_record");
    }

    /** A number in letters, since digits are left out. */
    private static String word(int number) {
        return Integer.toString(number, 10)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
                .reduce("", String::concat);
    }

    /** The one place where columns may be added to these tables: each is held against what it may be. */
    @Test
    void noColumnCanHoldAPersonATextOrAMoment() throws SQLException {
        Set<String> allowed = Set.of(
                "token uuid",
                "day date",
                "language char(2)",
                "shown smallint(6)",
                "band varchar(10)",
                "opened tinyint(1)",
                "solved tinyint(1)",
                "me_too tinyint(1)",
                "asked tinyint(1)",
                "question_id bigint(20)",
                "judged_in char(2)",
                "features varchar(100)",
                "shown int(11)",
                "opened int(11)",
                "solved int(11)",
                "me_too int(11)",
                "asked_anyway int(11)",
                "asked_unshown int(11)",
                "deflected int(11)");
        assertThat(columns("deflection", "deflection_thread", "deflection_sum"))
                .hasSizeGreaterThan(20)
                .allSatisfy(column -> assertThat(allowed).contains(column));
        assertThat(columns("similar_decision"))
                .containsExactlyInAnyOrder(
                        "id bigint(20)",
                        "day date",
                        "language char(2)",
                        "model varchar(100)",
                        "accepted tinyint(1)",
                        "features varchar(100)");
        deflections.open(asking(), ask(), null);
        for (String sql : List.of(
                "update deflection_thread set features = 'Lena Vogt'",
                "insert into similar_decision (day, language, model, accepted, features) values (now(), 'de', '', 1, 'Lena')")) {
            assertThatThrownBy(() -> update(sql)).as("figures alone").hasMessageContaining("_figures");
        }
        assertThat(columns("search_record"))
                .containsExactlyInAnyOrder(
                        "day date", "query varchar(80)", "searches int(11)", "without_result int(11)");
    }

    private List<String> columns(String... tables) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (String table : tables) {
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("show columns from " + table)) {
                while (rows.next()) {
                    columns.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
        }
        return columns;
    }

    private RepeatedQuestion repeated(long question) {
        return queries.repeated(PERIOD, 1_000).stream()
                .filter(one -> one.question().id() == question)
                .findFirst()
                .orElseThrow();
    }

    private static Asking asking() {
        return Asking.of(UUID.randomUUID().toString(), "de").orElseThrow();
    }

    private void age(Asking asking, int days) throws SQLException {
        for (String table : Stream.of("deflection", "deflection_thread").toList()) {
            assertThat(update("update %s set day = day - interval %d day where token = '%s'"
                            .formatted(table, days, asking.token())))
                    .isEqualTo(1);
        }
    }

    private int update(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private List<Long> numbers(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    private long ask() {
        Viewer asker = admin();
        String category = "c-" + UUID.randomUUID().toString().substring(0, 8);
        categories.create(
                new CategoryText(category, "wifi", "Prüfstand", "Test bench", "Nur zum Prüfen", "For tests only"),
                asker);
        return questions.ask(
                asker.id(),
                new QuestionText("Eine Frage zum Prüfen", category, List.of(), "Ein Text, der lang genug ist."));
    }

    private Viewer admin() {
        return Viewer.of(join().id(), EnumSet.allOf(Role.class));
    }

    private Viewer join() {
        String subject = UUID.randomUUID().toString();
        long id = members.signIn(new SignIn(
                        subject,
                        "Test " + subject.substring(0, 8),
                        subject + "@example.org",
                        true,
                        Set.of(Role.CUSTOMER),
                        "de"))
                .id();
        return Viewer.of(id, Set.of(Role.CUSTOMER));
    }
}
