package hilft.web.api.moderation;

/** A flag as its reporter sees it; what becomes of it is the moderators'. */
public record RaisedFlagJson(long id, PostJson target, String reason, String note) {}
