package hilft.web.api.member;

import hilft.forum.mention.Mentionable;

/** A member who can be named; {@code here} says that they have written in the thread. */
public record MentionableJson(String handle, String displayName, boolean here) {

    static MentionableJson of(Mentionable member) {
        return new MentionableJson(member.handle(), member.displayName(), member.here());
    }
}
