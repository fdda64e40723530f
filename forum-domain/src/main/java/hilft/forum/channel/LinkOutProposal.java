package hilft.forum.channel;

/** A text to begin with: the answer in short with its link, never longer than the channel takes. */
public record LinkOutProposal(String text, String link, long answerId, long questionId, String questionTitle) {}
