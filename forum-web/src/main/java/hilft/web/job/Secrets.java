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
                .flatMap(Secrets::read)
                .or(() -> config.getOptionalValue(name, String.class));
    }

    /** An empty file is how an operator says that there is no such secret. */
    static Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)).strip()).filter(secret -> !secret.isEmpty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the secret in " + file, unreadable);
        }
    }
}
