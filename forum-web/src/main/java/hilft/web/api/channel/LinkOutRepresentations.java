package hilft.web.api.channel;

import hilft.forum.channel.LinkOutProblem;
import hilft.forum.channel.LinkOutQueries;
import hilft.forum.channel.LinkOutView;
import hilft.web.api.member.AuthorJson;
import hilft.web.api.member.Authors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Link-outs as the API shows them, with their authors' points. */
@ApplicationScoped
public class LinkOutRepresentations {

    @Inject
    LinkOutQueries queries;

    @Inject
    Authors authors;

    LinkOutJson get(long id) {
        LinkOutView view = queries.find(id).orElseThrow(() -> new LinkOutProblem(LinkOutProblem.Reason.UNKNOWN));
        return of(List.of(view)).get(0);
    }

    List<LinkOutJson> of(List<LinkOutView> views) {
        Map<Long, AuthorJson> known = authors.of(views.stream().map(LinkOutView::by));
        return views.stream()
                .map(view -> LinkOutJson.of(
                        view, Objects.requireNonNull(known.get(view.by().id()))))
                .toList();
    }
}
