package hilft.web.page.admin;

import java.util.List;

/** A field that somebody else has saved in the meantime, as it is saved and as it stands in the form. */
public record Difference(String field, String saved, String here) {

    /** Adds a field if it differs; a browser sends lines that end otherwise. */
    static void add(List<Difference> differences, String field, String saved, String here) {
        if (!saved.lines().toList().equals(here.lines().toList())) {
            differences.add(new Difference(field, saved, here));
        }
    }
}
