package hilft.web.page.question;

import hilft.web.faces.Routes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads from the address of an edit page which revision the form begins with. */
final class Restored {
    private Restored() {}

    static Optional<Integer> number(HttpServletRequest request) {
        return Optional.ofNullable(Routes.parameter(request, "revision"))
                .filter(typed -> typed.matches("[1-9]\\d{0,8}"))
                .map(Integer::valueOf);
    }
}
