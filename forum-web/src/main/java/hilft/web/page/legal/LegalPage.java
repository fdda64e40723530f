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

/** A legal text as the operator has written it. */
@Named
@RequestScoped
public class LegalPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Words words;

    @Inject
    Markdown markdown;

    @Inject
    LegalTexts texts;

    private String document = "";
    private String html = "";

    @PostConstruct
    void read() {
        document = String.valueOf(Routes.parameter(request, "document"));
        if (!LegalTexts.DOCUMENTS.contains(document)) throw new QuestionProblem(QuestionProblem.Reason.UNKNOWN);
        html = texts.find(document, words.getLanguage()).map(markdown::toHtml).orElse("");
    }

    public String getDocument() {
        return document;
    }

    public String getHtml() {
        return html;
    }
}
