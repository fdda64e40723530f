package hilft.shared;

import hilft.stack.KeptServer;
import hilft.web.log.SlowStatements;
import hilft.web.security.RequestId;
import java.io.File;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What container tests deploy, made from what the build has just packaged. */
public final class Deployments {
    private static final File BUILT = new File("target/forum-web/WEB-INF");

    private Deployments() {}

    /** {@link #domain} with all tests of this package, which share the server it runs in. */
    static WebArchive shared() {
        return domain(KeptServer.ARCHIVE).addPackages(false, "hilft.shared");
    }

    /** Model, use cases and rewards on the real database with its migrations, without pages, login and API. */
    public static WebArchive domain() {
        return domain("domain.war");
    }

    private static WebArchive domain(String name) {
        var archive = ShrinkWrap.create(WebArchive.class, name)
                .addPackages(false, "hilft.web.job")
                .addClasses(SlowStatements.class, RequestId.class, Deployments.class)
                .addAsResource(new File(BUILT, "classes/META-INF/persistence.xml"), "META-INF/persistence.xml")
                .addAsWebInfResource(new File(BUILT, "beans.xml"), "beans.xml");
        var libraries = new File(BUILT, "lib").listFiles();
        if (libraries == null) {
            throw new IllegalStateException(BUILT + " is missing: run the tests by mvn verify");
        }
        Arrays.stream(libraries)
                .filter(library -> !library.getName().startsWith("primefaces"))
                .forEach(archive::addAsLibrary);
        return archive.addAsLibrary(assertj());
    }

    private static File assertj() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("assertj-core"))
                .map(File::new)
                .findFirst()
                .orElseThrow();
    }
}
