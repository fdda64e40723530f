package hilft.forum.similar;

/** What may be done with the likest thread. */
public enum Band {
    /** It may be given as the answer without a person looking. */
    ANSWER,
    /** A person is shown it and decides. */
    SUGGEST,
    /** It is rather something else. */
    NONE
}
