package hilft.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.primefaces.context.PrimeFacesContext;

/**
 * Keeps PrimeFaces out of the public pages: its content security policy makes a session and a nonce for every view, and
 * a public page has neither.
 */
public class PlainContextFactory extends FacesContextFactory {

    public PlainContextFactory(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        FacesContext made = getWrapped().getFacesContext(context, request, response, lifecycle);
        if (!(made instanceof PrimeFacesContext prime) || isConsole((HttpServletRequest) request)) return made;
        PrimeFacesContext.getCspState(made).setInitialized(true);
        return new PlainContext(prime.getWrapped());
    }

    static boolean isPlain(FacesContext context) {
        return context instanceof PlainContext;
    }

    private static boolean isConsole(HttpServletRequest request) {
        String path = Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElseGet(request::getRequestURI);
        return Stream.of("/desk", "/moderation", "/marketing", "/admin", "/jakarta.faces.resource")
                .anyMatch(console -> path.equals(console) || path.startsWith(console + "/"));
    }

    private static final class PlainContext extends FacesContextWrapper {
        PlainContext(FacesContext wrapped) {
            super(wrapped);
            setCurrentInstance(this);
        }
    }
}
