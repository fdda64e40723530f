package hilft.web.page.question;

import java.util.List;

/** All that a page of a thread shows to one reader. */
record ShownPage(
        ShownThread thread,
        ShownQuestion asked,
        List<ShownAnswer> solution,
        List<ShownAnswer> answers,
        List<ShownPlace> place,
        int behind,
        String previousUrl,
        String nextUrl,
        String unreadUrl,
        boolean old,
        List<ShownRelated> related) {

    /** Of what differs most between readers and moments; what else is equal is for equals to tell. */
    @Override
    public int hashCode() {
        int hash = 31 * asked.hashCode() + asked.vote();
        hash = 31 * hash + asked.item().score();
        hash = 31 * hash + asked.comments().total();
        hash = 31 * hash + unreadUrl.hashCode();
        for (ShownAnswer shown : answers) {
            hash = 31 * hash + shown.hashCode();
            hash = 31 * hash + shown.answer().viewerVote();
            hash = 31 * hash + shown.answer().score();
        }
        return hash;
    }
}
