package hilft.web.faces;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Forms post to the address the visitor sees, and views speak the visitor's language. */
public class RoutedViewHandler extends ViewHandlerWrapper {

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
        return Language.of((jakarta.servlet.http.HttpServletRequest)
                context.getExternalContext().getRequest());
    }
}
