package hilft.forum.attachment.picture;

/** One size of a picture as it is kept, in {@link PaintedPicture#type()}; the bytes belong to whoever has it. */
public record Painted(byte[] bytes, int width, int height) {}
