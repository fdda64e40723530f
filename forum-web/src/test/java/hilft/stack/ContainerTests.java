package hilft.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Before the first test of a run with container tests the database starts and {@code arquillian.xml} learns where it is,
 * through the system properties it names; after the last test everything that was started stops.
 */
public final class ContainerTests implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (hasContainerTests(plan)) {
            tellArquillian(TestStack.database());
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (classOf(test).filter(name -> !name.startsWith("hilft.shared.")).isPresent()) {
            KeptServer.stop();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        KeptServer.stop();
        TestStack.close();
    }

    private static boolean hasContainerTests(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(test -> classOf(test).stream())
                .anyMatch(name -> name.endsWith("IT"));
    }

    private static Optional<String> classOf(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName());
    }

    private static void tellArquillian(Database database) {
        var url = database.url(TestStack.CONTAINER_SCHEMA);
        try {
            var preboot = Project.target().resolve("stack/run/container-preboot.txt");
            Forum.writePreboot(preboot);
            System.setProperty(
                    "hilft.test.micro-jar", Project.server("payara-micro.jar").toString());
            System.setProperty(
                    "hilft.test.java-options",
                    "-Xmx768m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.timezone=UTC -Dhilft.database.url=" + url
                            + " -Dhilft.database.user=" + database.user()
                            + " -Dhilft.database.password=" + database.password()
                            + " -Dhilft.migration.user=" + database.migrationUser()
                            + " -Dhilft.migration.password=" + database.migrationPassword()
                            + " -Dhilft.search.directory=" + TestStack.containerSearch()
                            + " -Dhilft.attachment.directory=" + TestStack.containerAttachments());
            System.setProperty(
                    "hilft.test.micro-options",
                    "--nohazelcast --disablephonehome --port " + Ports.free().forum() + " --prebootcommandfile "
                            + preboot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
