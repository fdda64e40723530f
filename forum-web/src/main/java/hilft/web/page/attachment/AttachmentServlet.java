package hilft.web.page.attachment;

import hilft.forum.attachment.AttachmentQueries;
import hilft.forum.attachment.AttachmentStorage.StoredFile;
import hilft.forum.attachment.StoredAttachment;
import hilft.forum.attachment.picture.Rendition;
import hilft.web.page.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves pictures, which never change: a reader's browser keeps what everybody may see for a year, but no cache that others
 * share does. Nothing in a file can be more than a picture: its type is fixed, and as a page of its own it may do nothing
 * but let the browser style how it shows a picture alone.
 */
@WebServlet("/attachments/*")
public class AttachmentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(AttachmentServlet.class.getName());
    private static final Pattern PATH = Pattern.compile("/(\\d{1,18})/(?:(full|thumbnail)/)?([\\w.-]{1,90})");

    @Inject
    @SuppressWarnings("serial")
    transient AttachmentQueries queries;

    @Inject
    @SuppressWarnings("serial")
    transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher asked = PATH.matcher(path);
        Optional<StoredAttachment> found =
                asked.matches() ? queries.find(Long.parseLong(asked.group(1))) : Optional.empty();
        // who asks is looked up for those pictures alone that not everybody may see
        if (found.isEmpty() || !(found.get().shared() || found.get().isFor(visitor.viewer()))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(found.get(), rendition(asked.group(2)), request, response);
    }

    private static Rendition rendition(@Nullable String segment) {
        return segment == null ? Rendition.DISPLAY : Rendition.valueOf(segment.toUpperCase(Locale.ROOT));
    }

    private void send(
            StoredAttachment attachment, Rendition rendition, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + attachment.view().id() + "-" + rendition.name().toLowerCase(Locale.ROOT) + "\"";
        response.setHeader("ETag", tag);
        response.setHeader(
                "Cache-Control", attachment.shared() ? "private, max-age=31536000, immutable" : "private, no-cache");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        StoredFile file;
        try {
            file = queries.open(attachment, rendition);
        } catch (IOException missing) {
            LOG.log(Level.ERROR, "the file of attachment " + attachment.view().id() + " cannot be read", missing);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream content = file.content()) {
            response.setContentType(attachment.view().type().mediaType());
            response.setHeader(
                    "Content-Disposition",
                    "inline; filename=\"" + attachment.view().fileName() + "\"");
            response.setContentLengthLong(file.length());
            content.transferTo(response.getOutputStream());
        }
    }
}
