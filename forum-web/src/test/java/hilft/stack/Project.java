package hilft.stack;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the build put what the stack runs. */
final class Project {
    private Project() {}

    /** The folder of compiled test classes, from which everything else is found. */
    static Path testClasses() {
        try {
            return Path.of(Project.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path target() {
        return parent(testClasses());
    }

    static Path root() {
        return parent(parent(target()));
    }

    static Path docker() {
        return root().resolve("docker");
    }

    static Path server(String file) {
        return target().resolve("servers").resolve(file);
    }

    private static Path parent(Path path) {
        var parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException(path + " is not inside the project");
        }
        return parent;
    }
}
