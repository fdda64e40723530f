package hilft;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import hilft.forum.cyclea.CycleA;
import hilft.forum.cycleb.CycleB;
import hilft.forum.fixture.AsksTheSystemForTheTime;
import hilft.forum.fixture.ForumManager;
import hilft.forum.fixture.KnowsRewards;
import hilft.forum.fixture.KnowsServlets;
import hilft.forum.fixture.KnowsTheWeb;
import hilft.rewards.fixture.RewardsKnowTheWeb;
import hilft.web.channel.alpha.AlphaChannel;
import hilft.web.channel.beta.BetaChannel;
import hilft.web.fixture.KnowsAnEntity;
import hilft.web.fixture.KnowsPersistence;
import hilft.web.fixture.LostPage;
import hilft.web.fixture.ParsesMarkdown;
import jakarta.persistence.Entity;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** The layers of the design; each rule is shown able to fail by classes that break it. */
class ArchitectureTest {

    private static final JavaClasses HILFT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("hilft");

    private static final String FORUM = "hilft.forum..";
    private static final String REWARDS = "hilft.rewards..";
    private static final String WEB = "hilft.web..";
    private static final Set<String> REFUSED_SUFFIXES =
            Set.of("Impl", "Manager", "Helper", "Util", "Utils", "Dto", "Data", "Info", "Service");

    /** Libraries that one package knows, so that they can be exchanged there. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            entry("com.vladsch.flexmark..", "hilft.forum.text.."),
            entry("org.owasp.html..", "hilft.forum.text.."),
            entry("com.twelvemonkeys..", "hilft.forum.attachment.."),
            entry("com.github.kagkarlsson..", "hilft.forum.delivery.."),
            entry("org.apache.lucene..", "hilft.forum.search.."),
            entry("ai.onnxruntime..", "hilft.forum.similar.."),
            entry("com.github.difflib..", "hilft.forum.revision.."),
            entry("de.danielnaber..", "hilft.forum.search.."),
            entry("org.flywaydb..", "hilft.web.job.."),
            entry("net.fortuna..", "hilft.web.calendar.."),
            entry("com.twitter.twittertext..", "hilft.web.channel.x.."),
            entry("org.keycloak..", "hilft.web.keycloak.."),
            entry("org.primefaces..", "hilft.web.(page|faces).."),
            entry("org.elasticsearch..", "hilft.forum.search.."),
            entry("org.apache.http..", "hilft.forum.search.."),
            entry("org.hibernate.search..", "hilft.forum.search.."));

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "the forum knows no rewards",
                        noClasses()
                                .that()
                                .resideInAPackage(FORUM)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(REWARDS),
                        KnowsRewards.class),
                rule(
                        "the forum knows no web",
                        noClasses()
                                .that()
                                .resideInAPackage(FORUM)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(WEB),
                        KnowsTheWeb.class),
                rule(
                        "rewards know no web",
                        noClasses()
                                .that()
                                .resideInAPackage(REWARDS)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(WEB),
                        RewardsKnowTheWeb.class),
                rule(
                        "no Faces, Servlet or JAX-RS below web",
                        noClasses()
                                .that()
                                .resideInAnyPackage(FORUM, REWARDS)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs.."),
                        KnowsServlets.class),
                rule(
                        "no persistence and no transactions in web",
                        noClasses()
                                .that()
                                .resideInAPackage(WEB)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("jakarta.persistence..", "jakarta.transaction.."),
                        KnowsPersistence.class),
                rule(
                        "no entities in web",
                        noClasses()
                                .that()
                                .resideInAPackage(WEB)
                                .should()
                                .dependOnClassesThat()
                                .areAnnotatedWith(Entity.class),
                        KnowsAnEntity.class),
                rule(
                        "packages of the forum are free of cycles",
                        slices().matching("hilft.forum.(*)..").should().beFreeOfCycles(),
                        CycleA.class,
                        CycleB.class),
                rule(
                        "channels do not know each other",
                        slices().matching("hilft.web.channel.(*)..")
                                .should()
                                .notDependOnEachOther()
                                .allowEmptyShould(true),
                        AlphaChannel.class,
                        BetaChannel.class),
                rule(
                        "names say what a thing is",
                        noClasses().should().haveNameMatching(".*(" + String.join("|", REFUSED_SUFFIXES) + ")"),
                        ForumManager.class),
                rule(
                        "pages live among pages",
                        classes()
                                .that(areForumClassesNamed("Page"))
                                .should()
                                .resideInAnyPackage("hilft.web.page..", "hilft.web.error..", "hilft.web.security..")
                                .allowEmptyShould(true),
                        LostPage.class),
                rule(
                        "below web the time comes from the clock",
                        noClasses()
                                .that()
                                .resideInAnyPackage(FORUM, REWARDS)
                                .should(callMethodWhere(askTheSystemForTheTime())),
                        AsksTheSystemForTheTime.class),
                rule("libraries are known where the design says", libraries(), ParsesMarkdown.class));
    }

    private static Arguments rule(String name, ArchRule rule, Class<?>... breakers) {
        return Arguments.of(name, rule, breakers);
    }

    private static DescribedPredicate<JavaClass> areForumClassesNamed(String suffix) {
        return DescribedPredicate.describe(
                "are named *" + suffix,
                type -> type.getPackageName().startsWith("hilft.web")
                        && type.getSimpleName().endsWith(suffix));
    }

    private static DescribedPredicate<JavaMethodCall> askTheSystemForTheTime() {
        Set<String> owners = Set.of(
                "java.time.Instant",
                "java.time.LocalDate",
                "java.time.LocalDateTime",
                "java.time.ZonedDateTime",
                "java.lang.System");
        Set<String> names = Set.of("now", "currentTimeMillis");
        return DescribedPredicate.describe(
                "ask the system for the time",
                call -> owners.contains(call.getTargetOwner().getFullName())
                        && names.contains(call.getTarget().getName()));
    }

    private static ArchRule libraries() {
        DescribedPredicate<Dependency> misplaced = DescribedPredicate.describe(
                "use a library outside its package",
                dependency -> LIBRARIES.entrySet().stream()
                        .anyMatch(entry -> resideInAPackage(entry.getKey()).test(dependency.getTargetClass())
                                && resideOutsideOfPackage(entry.getValue()).test(dependency.getOriginClass())));
        return noClasses().should(new ArchCondition<>("use a library outside its package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(misplaced)
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription())));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule, Class<?>... breakers) {
        rule.check(HILFT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void canFail(String name, ArchRule rule, Class<?>... breakers) {
        JavaClasses broken = new ClassFileImporter().importClasses(breakers);

        assertThat(rule.evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        HILFT.stream()
                .filter(not(resideInAPackage("hilft.stack..")))
                .map(JavaClass::getPackage)
                .filter(pack -> pack.tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isEmpty())
                .forEach(pack -> unmarked.add(pack.getName()));

        assertThat(unmarked).isEmpty();
    }
}
