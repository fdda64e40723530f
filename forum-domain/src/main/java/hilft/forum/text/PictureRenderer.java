package hilft.forum.text;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.util.TextCollectingVisitor;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.LinkType;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows the forum's own pictures, each a link to all of it, with their size so that nothing jumps while they load. A picture
 * of a stranger's server would tell that server who reads which thread, so it is a link.
 */
final class PictureRenderer implements NodeRenderer {

    /** By the address a text has for them; set on the document. */
    static final DataKey<Map<String, Picture>> PICTURES = new DataKey<>("HILFT_PICTURES", Map.of());

    /** Of its longer side, in pixels of the page; a larger picture is shown smaller, in its proportions. */
    static final DataKey<Integer> LONGEST = new DataKey<>("HILFT_PICTURE_LONGEST", Integer.MAX_VALUE);

    private final Map<String, Picture> pictures;
    private final int longest;

    private PictureRenderer(DataHolder options) {
        pictures = PICTURES.get(options);
        longest = LONGEST.get(options);
    }

    /** The address of the picture that the node is, if it is one. */
    static Optional<String> address(Node node, Document document) {
        if (node instanceof Image image) {
            return Optional.of(image.getUrl().unescape());
        }
        if (node instanceof ImageRef image) {
            return Optional.ofNullable(image.getReferenceNode(document))
                    .map(reference -> reference.getUrl().unescape());
        }
        return Optional.empty();
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(Image.class, this::render),
                new NodeRenderingHandler<>(ImageRef.class, this::render));
    }

    private void render(Image image, NodeRendererContext context, HtmlWriter html) {
        show(image, image.getUrl().unescape(), image.getTitle().unescape(), context, html);
    }

    private void render(ImageRef image, NodeRendererContext context, HtmlWriter html) {
        Reference reference = image.getReferenceNode(context.getDocument());
        if (reference == null) {
            context.delegateRender();
        } else {
            show(image, reference.getUrl().unescape(), reference.getTitle().unescape(), context, html);
        }
    }

    private void show(Node image, String url, String title, NodeRendererContext context, HtmlWriter html) {
        String words = new TextCollectingVisitor().collectAndGetText(image);
        Picture picture = pictures.get(url);
        boolean inLink = isInLink(image);
        if (picture != null) {
            int longer = Math.max(picture.width(), picture.height());
            open(inLink ? null : picture.fullUrl(), html);
            html.attr("src", picture.url())
                    .attr("alt", words)
                    .attr("width", shown(picture.width(), longer))
                    .attr("height", shown(picture.height(), longer));
            if (!title.isEmpty()) {
                html.attr("title", title);
            }
            html.withAttr().tagVoid("img");
        } else {
            String address =
                    context.resolveLink(LinkType.IMAGE, url, null, null).getUrl();
            open(inLink ? null : address, html);
            html.text(words.isBlank() ? url : words);
        }
        if (!inLink) {
            html.closeTag("a");
        }
    }

    private String shown(int side, int longer) {
        return String.valueOf(longer <= longest ? side : Math.max(1, Math.round((float) side * longest / longer)));
    }

    private static void open(@Nullable String address, HtmlWriter html) {
        if (address != null) {
            html.attr("href", address).withAttr().tag("a");
        }
    }

    static boolean isInLink(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Link || parent instanceof LinkRef) {
                return true;
            }
        }
        return false;
    }

    /** Lets a renderer of posts show pictures so. */
    static final class OfPosts implements HtmlRenderer.HtmlRendererExtension {

        @Override
        public void rendererOptions(MutableDataHolder options) {}

        @Override
        public void extend(HtmlRenderer.Builder renderer, String type) {
            renderer.nodeRendererFactory(PictureRenderer::new);
        }
    }
}
