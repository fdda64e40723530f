package hilft.forum.text;

import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which texts are not worth parsing: the parser recurses with nesting and is quadratic in unmatched markers, and no
 * honest post comes near these numbers.
 */
final class MarkdownRules {
    static final int MAX_DEPTH = 60;
    private static final int MAX_CONTAINERS_IN_A_LINE = 20;
    private static final int MAX_TABLES = 30;
    private static final int MAX_LINES_IN_A_PARAGRAPH = 1_000;
    private static final int MAX_CODE_MARKERS = 1_500;
    private static final int MAX_RUN = 500;
    private static final int MAX_BACKTICK_LENGTHS = 12;
    private static final int MAX_BRACKETS = 800;
    private static final int MAX_REFERENCES = 300;
    private static final int MAX_ADDRESSES = 1_000;
    private static final int MAX_EMPHASIS_RUNS = 3_000;
    private static final int MAX_ESCAPES = 3_000;
    private static final int MAX_ENTITIES = 800;
    private static final int MAX_PIPES_IN_A_LINE = 100;
    private static final int MAX_HOSTS_IN_A_WORD = 40;

    /** At each of them the search for mail addresses begins anew and reads the word to its end. */
    private static final int MAX_JOINTS_IN_A_WORD = 500;

    private MarkdownRules() {}

    static boolean isTooTangled(String text) {
        return hasTooManyMarkers(text) || hasTooTangledLines(text);
    }

    private static boolean hasTooManyMarkers(String text) {
        int brackets = 0;
        int closings = 0;
        int addresses = 0;
        int references = 0;
        int codeMarkers = 0;
        int emphasis = 0;
        int escapes = 0;
        int entities = 0;
        int pipes = 0;
        int hosts = 0;
        int joints = 0;
        Set<Integer> backtickLengths = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '[', '<' -> brackets++;
                case ']' -> closings++;
                case ':' -> {
                    references += i > 0 && text.charAt(i - 1) == ']' ? 1 : 0;
                    addresses += text.startsWith("://", i) ? 1 : 0;
                }
                case '\\' -> escapes++;
                case '&' -> entities++;
                case ' ', '\t' -> {
                    hosts = 0;
                    joints = 0;
                }
                case '\n' -> {
                    hosts = 0;
                    joints = 0;
                    pipes = 0;
                }
                case '|' -> pipes++;
                case '.', '%' -> joints++;
                case 'w', 'W', '@' -> hosts += c == '@' || text.regionMatches(true, i, "www.", 0, 4) ? 1 : 0;
                case '*', '_', '~', '-', '=', '`', '+', '#' -> {
                    int end = endOfRun(text, i, c);
                    if (end - i > MAX_RUN) {
                        return true;
                    }
                    if (c == '`') {
                        backtickLengths.add(end - i);
                        codeMarkers++;
                    } else if (c == '*' || c == '_' || c == '~') {
                        emphasis++;
                    } else if (c == '-' || c == '+') {
                        joints++;
                    }
                    i = end - 1;
                }
                default -> {}
            }
            if (brackets > MAX_BRACKETS
                    || closings > MAX_BRACKETS
                    || addresses > MAX_ADDRESSES
                    || codeMarkers > MAX_CODE_MARKERS
                    || references > MAX_REFERENCES
                    || emphasis > MAX_EMPHASIS_RUNS
                    || entities > MAX_ENTITIES
                    || escapes > MAX_ESCAPES
                    || pipes > MAX_PIPES_IN_A_LINE
                    || hosts > MAX_HOSTS_IN_A_WORD
                    || joints > MAX_JOINTS_IN_A_WORD
                    || backtickLengths.size() > MAX_BACKTICK_LENGTHS) {
                return true;
            }
        }
        return false;
    }

    private static int endOfRun(String text, int start, char c) {
        int end = start;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        return end;
    }

    private static boolean hasTooTangledLines(String text) {
        int delimiterRows = 0;
        int linesInParagraph = 0;
        boolean isFenced = false;
        for (String line : text.split("\n")) {
            String start = line.stripLeading();
            boolean isFence = start.startsWith("```") || start.startsWith("~~~");
            isFenced ^= isFence;
            linesInParagraph = isFenced || isFence || start.isEmpty() ? 0 : linesInParagraph + 1;
            delimiterRows += isDelimiterRow(line) ? 1 : 0;
            if (delimiterRows > MAX_TABLES
                    || linesInParagraph > MAX_LINES_IN_A_PARAGRAPH
                    || (containers(line) > MAX_CONTAINERS_IN_A_LINE && !isRule(line))) {
                return true;
            }
        }
        return false;
    }

    /** A row like {@code --|:-:} makes a table of the line before it. */
    private static boolean isDelimiterRow(String line) {
        return line.indexOf('|') >= 0 && line.chars().allMatch(c -> "|-: \t>".indexOf(c) >= 0);
    }

    /** Quote and list markers at the beginning of a line: {@code > > - 1. text} has four. */
    private static int containers(String line) {
        int containers = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')') {
                containers++;
            } else if (c != ' ' && c != '\t' && !(c >= '0' && c <= '9')) {
                break;
            }
        }
        return containers;
    }

    /** A rule or an underline is a long run of one sign and nests nothing. */
    private static boolean isRule(String line) {
        String run = line.strip();
        char sign = run.charAt(0);
        return sign != '>' && run.chars().allMatch(c -> c == sign);
    }

    static boolean isTooDeep(Node root) {
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(root, 0));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth > MAX_DEPTH) {
                return true;
            }
            for (@Nullable Node child = level.node.getFirstChild(); child != null; child = child.getNext()) {
                if (child.hasChildren()) {
                    open.push(new Level(child, level.depth + 1));
                }
            }
        }
        return false;
    }

    private record Level(Node node, int depth) {}
}
