package hilft.forum.member;

/**
 * How a member's profile is to be from now on; what is as it was stays untouched.
 *
 * @param zone a zone's name, or empty for the forum's own
 */
public record ProfileChange(
        String handle,
        String about,
        String zone,
        String language,
        boolean mailWanted,
        boolean mentionsWanted,
        boolean activityShown,
        boolean searchListed) {}
