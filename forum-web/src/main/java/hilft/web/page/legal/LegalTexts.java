package hilft.web.page.legal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The legal texts as the operator has put them into {@code hilft.legal.directory}, for example {@code terms_de.md}. */
@ApplicationScoped
public class LegalTexts {
    public static final Set<String> DOCUMENTS = Set.of("terms", "privacy", "imprint");

    @Inject
    @ConfigProperty(name = "hilft.legal.directory")
    Optional<String> directory;

    /** The Markdown of one of the documents, if the operator has written it in the language. */
    public Optional<String> find(String document, String language) {
        return directory
                .map(folder -> Path.of(folder, document + "_" + language + ".md"))
                .filter(Files::isRegularFile)
                .map(LegalTexts::textOf);
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
