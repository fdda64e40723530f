package hilft.web.api.member;

import hilft.forum.member.Author;
import hilft.forum.member.Role;
import java.util.Collection;
import java.util.List;

/** A member beside what they wrote. */
public record AuthorJson(String handle, String displayName, List<String> roles, long points) {

    static AuthorJson of(Author author, long points) {
        return new AuthorJson(author.handle(), author.displayName(), labels(author.roles()), points);
    }

    static List<String> labels(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::label).toList();
    }
}
