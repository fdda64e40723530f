package hilft.forum.search;

import java.util.List;

/** What everybody may read of a thread now, the solution first. */
record ThreadText(String title, String body, List<Answer> answers) {

    record Answer(long id, String language, String text, boolean solution) {}
}
