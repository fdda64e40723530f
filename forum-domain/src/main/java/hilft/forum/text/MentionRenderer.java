package hilft.forum.text;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/** Makes an @ with a member's handle a link to their profile; in a link it is words. */
final class MentionRenderer implements NodeRenderer {

    /** Handles in small letters; set on the document. */
    static final DataKey<Set<String>> MEMBERS = new DataKey<>("HILFT_MEMBERS", Set.of());

    private final Set<String> members;

    private MentionRenderer(DataHolder options) {
        members = MEMBERS.get(options);
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(new NodeRenderingHandler<>(Text.class, this::render));
    }

    private void render(Text text, NodeRendererContext context, HtmlWriter html) {
        if (members.isEmpty() || PictureRenderer.isInLink(text)) {
            context.delegateRender();
            return;
        }
        int written = 0;
        Matcher mention = Mentions.TYPED.matcher(text.getChars());
        while (mention.find()) {
            String handle = mention.group(1).toLowerCase(Locale.ROOT);
            if (members.contains(handle)) {
                write(text, written, mention.start(), html);
                html.attr("href", "/members/" + handle).withAttr().tag("a");
                write(text, mention.start(), mention.end(), html);
                html.closeTag("a");
                written = mention.end();
            }
        }
        write(text, written, text.getChars().length(), html);
    }

    private static void write(Text text, int from, int to, HtmlWriter html) {
        html.text(Escaping.normalizeEOL(text.getChars().subSequence(from, to).unescape()));
    }

    /** Lets a renderer of posts show mentions so. */
    static final class OfPosts implements HtmlRenderer.HtmlRendererExtension {

        @Override
        public void rendererOptions(MutableDataHolder options) {}

        @Override
        public void extend(HtmlRenderer.Builder renderer, String type) {
            renderer.nodeRendererFactory(MentionRenderer::new);
        }
    }
}
