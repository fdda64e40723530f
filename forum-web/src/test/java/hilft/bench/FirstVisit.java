package hilft.bench;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import hilft.stack.Browser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a phone that has never been here fetches for a thread: headers and bodies as they were sent. */
record FirstVisit(int requests, double kilobytes) {
    private static final int MOST_REQUESTS = 15;
    private static final double MOST_KILOBYTES = 100;

    static FirstVisit of(String address) {
        try (var browser = Browser.open();
                var phone = browser.chromium().newContext(new NewContextOptions().setViewportSize(390, 844))) {
            List<Request> fetched = Collections.synchronizedList(new ArrayList<>());
            var page = phone.newPage();
            page.onRequestFinished(fetched::add);
            page.navigate(address);
            // nothing on a thread is fetched for ever
            page.waitForLoadState(LoadState.NETWORKIDLE);
            var bytes = List.copyOf(fetched).stream()
                    .map(Request::sizes)
                    .mapToLong(sizes -> (long) sizes.responseHeadersSize + sizes.responseBodySize)
                    .sum();
            return new FirstVisit(fetched.size(), bytes / 1024.0);
        }
    }

    boolean isKept() {
        return requests <= MOST_REQUESTS && kilobytes <= MOST_KILOBYTES;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "First visit of a thread: %.1f KB in %d requests, ≤ %.0f in %d: %s",
                kilobytes,
                requests,
                MOST_KILOBYTES,
                MOST_REQUESTS,
                isKept() ? "kept" : "BROKEN");
    }
}
