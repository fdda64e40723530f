package hilft.web.api.member;

import hilft.forum.member.Author;
import hilft.rewards.reputation.Standing;
import hilft.rewards.reputation.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes the authors of an answer with their points, in one statement for all of them. */
@ApplicationScoped
public class Authors {

    @Inject
    Standings standings;

    /** By the member's id. */
    public Map<Long, AuthorJson> of(Stream<Author> authors) {
        List<Author> distinct = authors.distinct().toList();
        Map<Long, Standing> points =
                standings.of(distinct.stream().map(Author::id).toList());
        return distinct.stream()
                .collect(Collectors.toMap(
                        Author::id,
                        author -> AuthorJson.of(
                                author,
                                points.getOrDefault(author.id(), Standing.none(author.id()))
                                        .points())));
    }
}
