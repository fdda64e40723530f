package hilft.web.api.event;

/** How many invitations went out; whoever was invited already gets none again. */
public record SentJson(int sent) {}
