package hilft.forum.bookmark;

import hilft.forum.question.PostType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A question or answer that a member keeps; written by statements that may be repeated, so it is only read as an entity. */
@Entity
@IdClass(Bookmark.Key.class)
@Table(name = "bookmark")
public class Bookmark {

    @Id
    @Column(name = "member_id")
    private long memberId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "post_type")
    private PostType postType;

    @Id
    @Column(name = "post_id")
    private long postId;

    @Column(name = "question_id")
    private long questionId;

    @Column(name = "kept_at")
    private Instant keptAt;

    @SuppressWarnings("NullAway.Init")
    protected Bookmark() {}

    /** What JPA knows one by. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long memberId;
        private @Nullable PostType postType;
        private long postId;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && memberId == key.memberId
                    && postType == key.postType
                    && postId == key.postId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(memberId, postType, postId);
        }
    }
}
