package hilft.forum.revision;

import java.util.List;

/**
 * Some whole lines of a comparison, in order.
 *
 * @param far whether these are unchanged lines with no change near, which a reader may skip
 * @param lines how many lines of the newer text these are
 */
public record DiffBlock(boolean far, int lines, List<DiffPiece> pieces) {

    public DiffBlock {
        pieces = List.copyOf(pieces);
    }
}
