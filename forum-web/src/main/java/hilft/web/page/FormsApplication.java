package hilft.web.page;

import hilft.web.page.admin.CategoryForms;
import hilft.web.page.admin.ChannelForms;
import hilft.web.page.admin.SearchForms;
import hilft.web.page.admin.TagForms;
import hilft.web.page.desk.LinkOutForms;
import hilft.web.page.draft.DraftForms;
import hilft.web.page.member.BlockForms;
import hilft.web.page.mine.BookmarkForms;
import hilft.web.page.notification.NotificationForms;
import hilft.web.page.question.QuestionForms;
import hilft.web.page.settings.SwitchForms;
import hilft.web.page.undo.UndoForms;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The plain forms of the pages: each calls one use case and leads back to its page. */
@ApplicationPath("/forms")
public class FormsApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                FormProblemMapper.class,
                QuestionForms.class,
                DraftForms.class,
                NotificationForms.class,
                BookmarkForms.class,
                BlockForms.class,
                SwitchForms.class,
                LinkOutForms.class,
                CategoryForms.class,
                ChannelForms.class,
                SearchForms.class,
                TagForms.class,
                UndoForms.class);
    }
}
