package hilft.web.page.legal;

import hilft.forum.question.QuestionProblem;
import hilft.forum.text.Markdown;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A legal text as the operator has put it into {@code hilft.legal.directory}, for example {@code terms_de.md}. */
@Named
@RequestScoped
public class LegalPage {
    private static final Set<String> DOCUMENTS = Set.of("terms", "privacy", "imprint");

    @Inject
    HttpServletRequest request;

    @Inject
    Words words;

    @Inject
    Markdown markdown;

    @Inject
    @ConfigProperty(name = "hilft.legal.directory")
    Optional<String> directory;

    private String document = "";
    private String html = "";

    @PostConstruct
    void read() {
        document = String.valueOf(Routes.parameter(request, "document"));
        if (!DOCUMENTS.contains(document)) throw new QuestionProblem(QuestionProblem.Reason.UNKNOWN);
        html = text().map(markdown::toHtml).orElse("");
    }

    private Optional<String> text() {
        return directory
                .map(folder -> Path.of(folder, document + "_" + words.getLanguage() + ".md"))
                .filter(Files::isRegularFile)
                .map(LegalPage::textOf);
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String getDocument() {
        return document;
    }

    public String getHtml() {
        return html;
    }
}
