package hilft.forum.revision;

/** Some text that two versions share or one of them has alone. */
public record DiffPiece(Kind kind, String text) {

    public enum Kind {
        SAME,
        DELETED,
        INSERTED
    }

    public boolean deleted() {
        return kind == Kind.DELETED;
    }

    public boolean inserted() {
        return kind == Kind.INSERTED;
    }
}
