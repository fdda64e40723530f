package hilft.forum.member;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a member says about themselves, and what of their profile others see.
 *
 * @param about Markdown as in comments, at most 600 characters; perhaps empty
 * @param zone whose clocks the member reads, or null for the forum's
 * @param activityShown whether others see what the member wrote and earned, as a list
 * @param searchListed whether search engines may list the profile
 * @param mentionsWanted whether the member wants to be told of posts that name them
 * @param avatarId the attachment that shows the member, or null for their initials
 */
public record MemberProfile(
        String about,
        String aboutHtml,
        @Nullable ZoneId zone,
        boolean activityShown,
        boolean searchListed,
        boolean mentionsWanted,
        @Nullable Long avatarId) {

    /** Of somebody who has said nothing. */
    public static final MemberProfile PLAIN = new MemberProfile("", "", null, true, true, true, null);
}
