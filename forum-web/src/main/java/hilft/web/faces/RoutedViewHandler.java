package hilft.web.faces;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Forms post to the address the visitor sees, views speak the visitor's language, and what has no state is written without
 * keeping a place for it.
 */
public class RoutedViewHandler extends ViewHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(RoutedViewHandler.class.getName());

    private static final Object NO_STATE = new Object[0];

    public RoutedViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        Object address = context.getExternalContext().getRequestMap().get(Routes.ADDRESS);
        boolean own = context.getViewRoot() != null
                && viewId.equals(context.getViewRoot().getViewId());
        return own && address != null ? address.toString() : super.getActionURL(context, viewId);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return Language.of((HttpServletRequest) context.getExternalContext().getRequest());
    }

    @Override
    public void renderView(FacesContext context, UIViewRoot view) throws IOException {
        if (!PlainContextFactory.isPlain(context) || !isWhole(context)) {
            super.renderView(context, view);
            return;
        }
        ExternalContext external = context.getExternalContext();
        external.setResponseContentType("text/html;charset=UTF-8");
        PageWriter page = new PageWriter();
        PageWriter.set(context, Optional.of(page));
        ResponseWriter writer = context.getRenderKit().createResponseWriter(page, "text/html", "UTF-8");
        context.setResponseWriter(writer);
        writer.writeDoctype("<!DOCTYPE html>\n");
        writer.startDocument();
        view.encodeAll(context);
        writer.endDocument();
        if (!context.isPostback()) {
            page.noteRendered(external);
        }
        try {
            page.send(external.getResponseOutputStream());
        } catch (IOException gone) {
            // whoever has left would see no error page either
            LOG.log(Level.FINE, gone, () -> "nobody waits for the page any more");
        }
    }

    @Override
    public void writeState(FacesContext context) throws IOException {
        if (context.getViewRoot().isTransient() && isWhole(context)) {
            context.getRenderKit().getResponseStateManager().writeState(context, NO_STATE);
        } else {
            super.writeState(context);
        }
    }

    private static boolean isWhole(FacesContext context) {
        return !context.getPartialViewContext().isPartialRequest();
    }
}
