package hilft.forum.text;

/** A picture of the forum's own as a text shows it: where it is, where all of it is, and its size in pixels. */
public record Picture(String url, String fullUrl, int width, int height) {}
