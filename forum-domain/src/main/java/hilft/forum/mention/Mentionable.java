package hilft.forum.mention;

/**
 * A member who can be named.
 *
 * @param here whether they have written in the thread
 */
public record Mentionable(String handle, String displayName, boolean here) {}
