package hilft.web.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Configuration that may also stand in a file, named by {@code <name>.file}, as container platforms hand out secrets. */
public final class Secrets {

    private Secrets() {}

    public static Optional<String> find(String name) {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue(name + ".file", String.class)
                .map(Secrets::read)
                .or(() -> config.getOptionalValue(name, String.class));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the secret in " + file, unreadable);
        }
    }
}
