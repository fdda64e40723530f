package hilft.web.api.text;

/** What a text will look like. */
public record HtmlJson(String html) {}
