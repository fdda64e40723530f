package hilft.web.security;

import hilft.web.cache.PageCache;
import hilft.web.health.Crowd;
import hilft.web.health.RequestFigures;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.List;

/**
 * Puts the filters of this package before all others, in one order that annotations could not promise. The page cache
 * stands among them: whoever gets a kept page has nothing that the filters behind it judge.
 */
@WebListener
public class SecurityFilters implements ServletContextListener {

    private static final List<Class<? extends Filter>> IN_ORDER = List.of(
            RequestFigures.class,
            RequestId.class,
            SecurityHeaders.class,
            PageCache.class,
            Crowd.class,
            SizeLimits.class,
            BearerGuard.class,
            OriginFilter.class,
            WriteLimits.class,
            ConsoleGuard.class);

    @Inject
    LoginSettings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        StrangersPass.open(context);
        // Payara puts each filter that comes before the declared ones before all others
        for (int i = IN_ORDER.size() - 1; i >= 0; i--) {
            add(IN_ORDER.get(i), context);
        }
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.isHttps());
        context.setInitParameter("primefaces.CSP", "true");
        context.setInitParameter("primefaces.CSP_POLICY", SecurityHeaders.consoles(settings));
    }

    private static void add(Class<? extends Filter> type, ServletContext context) {
        try {
            FilterRegistration.Dynamic filter = context.addFilter(type.getSimpleName(), context.createFilter(type));
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
