package hilft.forum.attachment.picture;

/** A picture in the sizes that are kept; a display as large as the full picture is the same one. */
public record PaintedPicture(PictureType type, Painted full, Painted display, Painted thumbnail) {

    public boolean displaysFull() {
        return display == full;
    }
}
