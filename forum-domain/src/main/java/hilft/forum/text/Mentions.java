package hilft.forum.text;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a text names: by a link to a profile whose words begin with @, as the composer writes it, or by @ and a handle, as
 * people type it. What is quoted was said by somebody else, and code says nothing to anybody.
 */
final class Mentions {

    private static final int MOST = 30;
    private static final String HANDLE = "[A-Za-z0-9][A-Za-z0-9-]{1,28}[A-Za-z0-9]";
    private static final Pattern PROFILE = Pattern.compile("/members/(" + HANDLE + ")");

    // neither an address of mail nor one of another network
    static final Pattern TYPED =
            Pattern.compile("(?<![\\p{L}\\p{N}_@./\\\\-])@(" + HANDLE + ")(?![A-Za-z0-9]|[.-]?[\\p{L}\\p{N}_@])");

    private final Set<String> handles = new LinkedHashSet<>();

    private Mentions() {}

    static Set<String> in(Node document) {
        Mentions mentions = new Mentions();
        mentions.readAll(document);
        return mentions.handles;
    }

    private void readAll(Node parent) {
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            read(node);
        }
    }

    private void read(Node node) {
        if (node instanceof Link link) {
            Matcher profile = PROFILE.matcher(link.getUrl().unescape());
            if (link.getText().startsWith("@") && profile.matches()) {
                add(profile.group(1));
            }
        } else if (node instanceof Text) {
            Matcher typed = TYPED.matcher(node.getChars());
            while (typed.find()) {
                add(typed.group(1));
            }
        } else if (!isSilent(node)) {
            readAll(node);
        }
    }

    private static boolean isSilent(Node node) {
        return node instanceof BlockQuote
                || node instanceof Code
                || node instanceof FencedCodeBlock
                || node instanceof IndentedCodeBlock
                || node instanceof Image
                || node instanceof LinkRef;
    }

    private void add(String handle) {
        if (handles.size() < MOST) {
            handles.add(handle.toLowerCase(Locale.ROOT));
        }
    }
}
