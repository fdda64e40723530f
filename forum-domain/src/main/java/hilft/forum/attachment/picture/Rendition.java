package hilft.forum.attachment.picture;

/** In which size a picture is kept; none is larger than its original. */
public enum Rendition {
    /** What a click opens. */
    FULL(3200),
    /** What stands in a post, sharp on dense screens too. */
    DISPLAY(1600),
    /** What stands in a list. */
    THUMBNAIL(320);

    private final int longest;

    Rendition(int longest) {
        this.longest = longest;
    }

    /** Pixels of the longer side at most. */
    public int longest() {
        return longest;
    }
}
