package hilft.forum.question;

import hilft.forum.attachment.AttachmentPlace;
import hilft.forum.attachment.Attachments;
import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.deadlock.RepeatedAfterDeadlock;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.Members;
import hilft.forum.member.Viewer;
import hilft.forum.revision.Edit;
import hilft.forum.revision.RevisedText;
import hilft.forum.revision.RevisionRules;
import hilft.forum.revision.Revisions;
import hilft.forum.shared.FieldError;
import hilft.forum.tag.TagQueries;
import hilft.forum.text.Input;
import hilft.forum.text.Markdown;
import hilft.forum.text.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static hilft.forum.question.QuestionProblem.Reason.HAS_ANSWERS;
import static hilft.forum.question.QuestionProblem.Reason.INVALID;
import static hilft.forum.question.QuestionProblem.Reason.LOCKED;
import static hilft.forum.question.QuestionProblem.Reason.NOT_ASKER;
import static hilft.forum.question.QuestionProblem.Reason.NOT_AUTHOR;
import static hilft.forum.question.QuestionProblem.Reason.OWN_QUESTION;
import static hilft.forum.question.QuestionProblem.Reason.STALE;
import static hilft.forum.question.QuestionProblem.Reason.TOO_LATE;
import static hilft.forum.question.QuestionProblem.Reason.UNKNOWN;
import static hilft.forum.question.QuestionProblem.Reason.UNKNOWN_ANSWER;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static java.time.ZoneOffset.UTC;

/** What members do with questions and answers. */
@ApplicationScoped
@RepeatedAfterDeadlock
@Transactional
public class Questions {

    private static final String CURRENT_ACCEPTANCE =
            "select a from Acceptance a where a.questionId = :question and a.withdrawnAt is null";
    private static final String ASKED_SINCE = """
            select q from Question q
            where q.authorId = :author and q.hiddenAt is null and q.askedAt >= :since and q.title = :title
            """;
    private static final String ANSWERED_SINCE = """
            select a from Answer a
            where a.question = :question and a.hiddenAt is null and a.writtenAt >= :since and a.authorId = :author
            """;
    private static final String COUNT_ANSWERS = """
            update question q set
              last_activity_at = greatest(last_activity_at, ?),
              answer_count = (select count(*) from answer a where a.question_id = q.id and a.hidden_at is null),
              official_answer = exists
                (select 1 from answer a where a.question_id = q.id and a.hidden_at is null and a.official)
            where q.id = ?
            """;
    private static final String COUNT_ME_TOO =
            "update question set me_too_count = (select count(*) from me_too where question_id = ?) where id = ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    CategoryQueries categories;

    @Inject
    TagQueries tags;

    @Inject
    Members members;

    @Inject
    MemberQueries profiles;

    @Inject
    Revisions revisions;

    @Inject
    Markdown markdown;

    @Inject
    Attachments attachments;

    @Inject
    Clock clock;

    @Inject
    Event<QuestionAsked> asked;

    @Inject
    Event<QuestionEdited> edited;

    @Inject
    Event<QuestionWithdrawn> questionWithdrawn;

    @Inject
    Event<AnswerWritten> answerWritten;

    @Inject
    Event<AnswerWithdrawn> answerWithdrawn;

    @Inject
    Event<AnswerEdited> answerEdited;

    @Inject
    Event<AnswerAccepted> accepted;

    @Inject
    Event<AnswerUnaccepted> unaccepted;

    @Inject
    Event<MeTooSaid> meTooSaid;

    @Inject
    Event<MeTooWithdrawn> meTooWithdrawn;

    @Inject
    Event<QuestionChanged> changed;

    /** Asks and gives the question's id; who sends title and text again within ten minutes gets the one that is there. */
    public long ask(long memberId, QuestionText typed) {
        members.lock(memberId);
        QuestionText spelled = clean(typed);
        CategoryView category = check(spelled, null, List.of());
        QuestionText text = withMainTags(spelled);
        Instant now = clock.instant();
        Optional<Long> before = findAsked(memberId, text, QuestionRules.repeatedSince(now));
        if (before.isPresent()) {
            return before.get();
        }
        Map<String, Picture> pictures = attachments.pictures(markdown, text.body(), memberId);
        Question question = Question.ask(memberId, category.id(), text, render(text, pictures), now);
        entityManager.persist(question);
        entityManager.flush();
        if (!pictures.isEmpty()) {
            attachments.use(AttachmentPlace.QUESTION, question.id(), pictures.values());
        }
        asked.fire(new QuestionAsked(question.id(), memberId, now));
        return question.id();
    }

    private Optional<Long> findAsked(long memberId, QuestionText text, Instant since) {
        return entityManager
                .createQuery(ASKED_SINCE, Question.class)
                .setParameter("author", memberId)
                .setParameter("since", since)
                .setParameter("title", text.title())
                .getResultStream()
                .filter(question -> question.says(text))
                .map(Question::id)
                .findFirst();
    }

    /**
     * Changes a question if it still has the version the editor saw.
     *
     * @param reason why, at most 200 characters; may be empty in the own question, else at least 3
     */
    public void edit(long questionId, QuestionText typed, String reason, long seenVersion, Viewer editor) {
        Question question = get(questionId, PESSIMISTIC_WRITE);
        if (!QuestionRules.mayEdit(editor.within(question.categoryId()), question.authorId(), question.isLocked())) {
            throw new QuestionProblem(question.isLocked() ? LOCKED : NOT_AUTHOR);
        }
        QuestionText spelled = clean(typed);
        String why = Input.line(reason);
        CategoryView category =
                check(spelled, question.categoryId(), RevisionRules.checkReason(why, editor.is(question.authorId())));
        if (question.version() != seenVersion) {
            throw new QuestionProblem(STALE);
        }
        QuestionText text = withMainTags(spelled);
        RevisedText before = question.revised();
        Map<String, Picture> pictures = attachments.pictures(markdown, text.body(), editor.id());
        PostText rendered = render(text, pictures);
        if (before.equals(
                RevisedText.question(text.title(), category.id(), text.tags(), rendered.body(), rendered.language()))) {
            return;
        }
        Instant now = clock.instant();
        question.edit(category.id(), text, rendered);
        keep(question, before, editor.id(), why, now).ifPresent(question::markEdited);
        attachments.use(AttachmentPlace.QUESTION, questionId, pictures.values());
        edited.fire(new QuestionEdited(questionId, question.authorId(), editor.id(), now));
    }

    private Optional<Instant> keep(Question question, RevisedText before, long editorId, String reason, Instant now) {
        return revisions.keep(new Edit(question.revisedPost(), before, question.revised(), editorId, reason, now));
    }

    /** The asker takes an unanswered question back; it is hidden, not erased. */
    public void withdraw(long questionId, Viewer asker) {
        Question question = get(questionId, PESSIMISTIC_WRITE);
        if (!asker.is(question.authorId())) {
            throw new QuestionProblem(NOT_ASKER);
        }
        if (!QuestionRules.mayDelete(asker, question.authorId(), question.answerCount())) {
            throw new QuestionProblem(HAS_ANSWERS);
        }
        Instant now = clock.instant();
        question.hide(now);
        questionWithdrawn.fire(new QuestionWithdrawn(questionId, now));
        changed.fire(new QuestionChanged(questionId));
    }

    /** Answers and gives the answer's id; who sends the same text again within ten minutes gets the one that is there. */
    public long answer(long questionId, String typed, Viewer answerer) {
        Question question = get(questionId, PESSIMISTIC_WRITE);
        if (!QuestionRules.mayAnswer(answerer.within(question.categoryId()), question.isLocked())) {
            throw new QuestionProblem(LOCKED);
        }
        String body = checkBody(typed, List.of());
        Instant now = clock.instant();
        Optional<Long> before = findAnswered(question, body, answerer, QuestionRules.repeatedSince(now));
        if (before.isPresent()) {
            return before.get();
        }
        Map<String, Picture> pictures = attachments.pictures(markdown, body, answerer.id());
        PostText text = render("", body, pictures);
        Answer answer = Answer.write(question, answerer.id(), answerer.isOfficial(), text, now);
        entityManager.persist(answer);
        entityManager.flush();
        if (!pictures.isEmpty()) {
            attachments.use(AttachmentPlace.ANSWER, answer.id(), pictures.values());
        }
        countAnswers(questionId, now);
        answerWritten.fire(new AnswerWritten(answer.id(), questionId, question.authorId(), answerer.id(), now));
        return answer.id();
    }

    private Optional<Long> findAnswered(Question question, String body, Viewer answerer, Instant since) {
        return entityManager
                .createQuery(ANSWERED_SINCE, Answer.class)
                .setParameter("question", question)
                .setParameter("since", since)
                .setParameter("author", answerer.id())
                .getResultStream()
                .filter(answer -> answer.says(body))
                .map(Answer::id)
                .findFirst();
    }

    /** The author takes back an answer that was written just now and that nobody has touched; it is hidden, not erased. */
    public void withdrawAnswer(long answerId, Viewer author) {
        Answer answer = getAnswer(answerId, LockModeType.NONE);
        Question question = get(answer.question().id(), PESSIMISTIC_WRITE);
        entityManager.lock(answer, PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (!author.is(answer.authorId())) {
            throw new QuestionProblem(NOT_AUTHOR);
        }
        if (!QuestionRules.mayTakeBack(author, answer, now) || Objects.equals(question.acceptedAnswerId(), answerId)) {
            throw new QuestionProblem(TOO_LATE);
        }
        answer.hide(now);
        entityManager.flush();
        countAnswers(question.id(), question.askedAt());
        answerWithdrawn.fire(new AnswerWithdrawn(answerId, question.id(), now));
        changed.fire(new QuestionChanged(question.id()));
    }

    /** Changes an answer as {@link #edit} does a question. */
    public void editAnswer(long answerId, String typed, String reason, long seenVersion, Viewer editor) {
        Answer answer = lockAnswer(answerId);
        Question question = answer.question();
        if (!QuestionRules.mayEdit(editor.within(question.categoryId()), answer.authorId(), question.isLocked())) {
            throw new QuestionProblem(question.isLocked() ? LOCKED : NOT_AUTHOR);
        }
        String why = Input.line(reason);
        String body = checkBody(typed, RevisionRules.checkReason(why, editor.is(answer.authorId())));
        if (answer.version() != seenVersion) {
            throw new QuestionProblem(STALE);
        }
        RevisedText before = answer.revised();
        Map<String, Picture> pictures = attachments.pictures(markdown, body, editor.id());
        PostText rendered = render("", body, pictures);
        if (before.equals(RevisedText.answer(rendered.body(), rendered.language()))) {
            return;
        }
        Instant now = clock.instant();
        answer.edit(rendered);
        revisions
                .keep(new Edit(
                        answer.revisedPost(question.acceptedAt(answerId)),
                        before,
                        answer.revised(),
                        editor.id(),
                        why,
                        now))
                .ifPresent(answer::markEdited);
        attachments.use(AttachmentPlace.ANSWER, answerId, pictures.values());
        answerEdited.fire(new AnswerEdited(answerId, question.id(), answer.authorId(), editor.id(), now));
    }

    /** Takes an answer as the solution; another one is withdrawn first, the same one again changes nothing. */
    public void accept(long questionId, long answerId, Viewer asker) {
        Question question = getToAccept(questionId, asker);
        Answer answer = getAnswer(answerId, LockModeType.NONE);
        if (!question.id().equals(answer.question().id())) {
            throw new QuestionProblem(UNKNOWN_ANSWER);
        }
        if (Objects.equals(question.acceptedAnswerId(), answerId)) {
            return;
        }
        Acceptance previous = currentAcceptance(questionId).orElse(null);
        members.lock(
                question.authorId(), answer.authorId(), previous == null ? question.authorId() : previous.answererId());
        Instant now = clock.instant();
        withdraw(question, previous, now);
        Acceptance acceptance = question.accept(answer, now);
        entityManager.persist(acceptance);
        entityManager.flush();
        accepted.fire(acceptance.accepted());
    }

    /** Withdraws the solution; without one nothing changes. */
    public void unaccept(long questionId, Viewer asker) {
        Question question = getToAccept(questionId, asker);
        Acceptance previous = currentAcceptance(questionId).orElse(null);
        if (previous != null) {
            members.lock(question.authorId(), previous.answererId());
            withdraw(question, previous, clock.instant());
        }
    }

    private Question getToAccept(long questionId, Viewer asker) {
        Question question = get(questionId, PESSIMISTIC_WRITE);
        if (!QuestionRules.mayAccept(asker, question.authorId())) {
            throw new QuestionProblem(NOT_ASKER);
        }
        if (question.isLocked()) {
            throw new QuestionProblem(LOCKED);
        }
        return question;
    }

    private void withdraw(Question question, @Nullable Acceptance acceptance, Instant now) {
        if (acceptance != null) {
            acceptance.withdraw(now);
            question.unaccept();
            entityManager.flush();
            unaccepted.fire(acceptance.unaccepted(now));
        }
    }

    private Optional<Acceptance> currentAcceptance(long questionId) {
        return entityManager
                .createQuery(CURRENT_ACCEPTANCE, Acceptance.class)
                .setParameter("question", questionId)
                .getResultStream()
                .findFirst();
    }

    /** Says that the member has the same problem; saying it twice is saying it once. */
    public void meToo(long questionId, Viewer member) {
        Question question = get(questionId, PESSIMISTIC_WRITE);
        if (!QuestionRules.maySayMeToo(member, question.authorId())) {
            throw new QuestionProblem(OWN_QUESTION);
        }
        if (entityManager.find(MeToo.class, new MeToo.Key(questionId, member.id())) == null) {
            Instant now = clock.instant();
            entityManager.persist(MeToo.say(questionId, member.id(), now));
            entityManager.flush();
            countMeToo(questionId);
            meTooSaid.fire(new MeTooSaid(questionId, member.id(), now));
        }
    }

    public void withdrawMeToo(long questionId, Viewer member) {
        get(questionId, PESSIMISTIC_WRITE);
        MeToo meToo = entityManager.find(MeToo.class, new MeToo.Key(questionId, member.id()));
        if (meToo != null) {
            entityManager.remove(meToo);
            entityManager.flush();
            countMeToo(questionId);
            meTooWithdrawn.fire(new MeTooWithdrawn(questionId, member.id(), clock.instant()));
        }
    }

    /** The category of a thread, hidden or not; it stays there for the rest of the transaction. */
    public long categoryOf(long questionId) {
        return getEvenHidden(questionId).categoryId();
    }

    /** The category of a post's thread, in the same way. */
    public long categoryOf(PostId post) {
        return switch (post.type()) {
            case QUESTION -> categoryOf(post.id());
            case ANSWER ->
                categoryOf(Optional.ofNullable(entityManager.find(Answer.class, post.id()))
                        .map(answer -> answer.question().id())
                        .orElseThrow(() -> new QuestionProblem(UNKNOWN_ANSWER)));
            case COMMENT -> throw new QuestionProblem(UNKNOWN);
        };
    }

    /** A moderator's hand on a post, empty if it was hidden before; the log and the right to do it are the caller's. */
    public Optional<Post> hide(PostId post) {
        return change(post, true);
    }

    public Optional<Post> restore(PostId post) {
        return change(post, false);
    }

    private Optional<Post> change(PostId post, boolean hide) {
        Instant now = clock.instant();
        if (post.type() == PostType.QUESTION) {
            Question question = getEvenHidden(post.id());
            if (question.isHidden() == hide) {
                return Optional.empty();
            }
            if (hide) {
                question.hide(now);
            } else {
                question.restore();
            }
            return Optional.of(post(question));
        }
        Answer answer = Optional.ofNullable(entityManager.find(Answer.class, post.id()))
                .orElseThrow(() -> new QuestionProblem(UNKNOWN_ANSWER));
        Question question = getEvenHidden(answer.question().id());
        entityManager.lock(answer, PESSIMISTIC_WRITE);
        if (answer.isHidden() == hide) {
            return Optional.empty();
        }
        if (hide) {
            withdrawHiddenSolution(question, answer);
            answer.hide(now);
        } else {
            answer.restore();
        }
        entityManager.flush();
        countAnswers(question.id(), question.askedAt());
        return Optional.of(post(answer));
    }

    /** What nobody may read solves nothing; restoring the answer does not accept it again. */
    private void withdrawHiddenSolution(Question question, Answer answer) {
        if (Objects.equals(question.acceptedAnswerId(), answer.id())) {
            members.lock(question.authorId(), answer.authorId());
            withdraw(question, currentAcceptance(question.id()).orElse(null), clock.instant());
        }
    }

    /** Closes a thread; empty if it was closed before. */
    public Optional<Post> lock(long questionId) {
        Question question = getEvenHidden(questionId);
        if (question.isLocked()) {
            return Optional.empty();
        }
        question.lock(clock.instant());
        changed.fire(new QuestionChanged(questionId));
        return Optional.of(post(question));
    }

    public Optional<Post> unlock(long questionId) {
        Question question = getEvenHidden(questionId);
        if (!question.isLocked()) {
            return Optional.empty();
        }
        question.unlock();
        changed.fire(new QuestionChanged(questionId));
        return Optional.of(post(question));
    }

    /** Moves a question and tells the slug of the category it came from; why is for the moderators' log alone. */
    public String move(long questionId, String categorySlug, long moderatorId) {
        Question question = getEvenHidden(questionId);
        CategoryView category = categories
                .find(categorySlug)
                .orElseThrow(
                        () -> new QuestionProblem(INVALID, FieldError.of("category", "question.category_unknown")));
        CategoryView before = Objects.requireNonNull(categories.byId().get(question.categoryId()));
        if (isClosed(category, before.id())) {
            throw new QuestionProblem(INVALID, FieldError.of("category", "question.category_archived"));
        }
        if (before.id() != category.id()) {
            RevisedText text = question.revised();
            question.move(category.id());
            keep(question, text, moderatorId, "", clock.instant());
        }
        changed.fire(new QuestionChanged(questionId));
        return before.slug();
    }

    /** A question or an answer that everybody may see, locked for the rest of the transaction. */
    public Post getPost(PostId post) {
        return switch (post.type()) {
            case QUESTION -> post(get(post.id(), PESSIMISTIC_WRITE));
            case ANSWER -> post(lockAnswer(post.id()));
            case COMMENT -> throw new QuestionProblem(UNKNOWN);
        };
    }

    /** A thread is locked before its answers, by whoever answers, accepts, votes or comments. */
    private Answer lockAnswer(long answerId) {
        Answer answer = getAnswer(answerId, LockModeType.NONE);
        entityManager.lock(answer.question(), PESSIMISTIC_WRITE);
        return getAnswer(answerId, PESSIMISTIC_WRITE);
    }

    /** As {@link #getPost}, for moderators, who see what is hidden, too. */
    public Post getPostEvenHidden(PostId post) {
        if (post.type() == PostType.QUESTION) {
            return post(getEvenHidden(post.id()));
        }
        Answer answer = Optional.ofNullable(entityManager.find(Answer.class, post.id()))
                .orElseThrow(() -> new QuestionProblem(UNKNOWN_ANSWER));
        entityManager.lock(answer.question(), PESSIMISTIC_WRITE);
        entityManager.lock(answer, PESSIMISTIC_WRITE);
        return post(answer);
    }

    private static Post post(Question question) {
        return new Post(
                PostId.question(question.id()),
                question.id(),
                question.categoryId(),
                question.authorId(),
                !question.isLocked(),
                question.title(),
                question.excerpt());
    }

    private static Post post(Answer answer) {
        Question question = answer.question();
        return new Post(
                PostId.answer(answer.id()),
                question.id(),
                question.categoryId(),
                answer.authorId(),
                !question.isLocked(),
                question.title(),
                question.excerpt());
    }

    private Question get(long questionId, LockModeType lock) {
        return Optional.ofNullable(entityManager.find(Question.class, questionId, lock))
                .filter(question -> !question.isHidden())
                .orElseThrow(() -> new QuestionProblem(UNKNOWN));
    }

    private Question getEvenHidden(long questionId) {
        return Optional.ofNullable(entityManager.find(Question.class, questionId, PESSIMISTIC_WRITE))
                .orElseThrow(() -> new QuestionProblem(UNKNOWN));
    }

    private Answer getAnswer(long answerId, LockModeType lock) {
        return Optional.ofNullable(entityManager.find(Answer.class, answerId, lock))
                .filter(answer -> !answer.isHidden() && !answer.question().isHidden())
                .orElseThrow(() -> new QuestionProblem(UNKNOWN_ANSWER));
    }

    /** As it would be stored. */
    public static QuestionText clean(QuestionText typed) {
        return new QuestionText(
                Input.line(typed.title()),
                typed.category(),
                QuestionRules.tags(typed.tags().stream().map(Input::line).toList()),
                Input.text(typed.body()));
    }

    private QuestionText withMainTags(QuestionText text) {
        return new QuestionText(text.title(), text.category(), tags.mains(text.tags()), text.body());
    }

    /** @param before where the question is now; it may stay in a category that was archived, but not come into one */
    private CategoryView check(QuestionText text, @Nullable Long before, List<FieldError> alsoWrong) {
        Optional<CategoryView> category = categories.find(text.category());
        List<FieldError> errors =
                new ArrayList<>(QuestionRules.check(text, markdown.isVisible(text.body()), category.isPresent()));
        if (category.filter(found -> isClosed(found, before)).isPresent()) {
            errors.add(FieldError.of("category", "question.category_archived"));
        }
        if (category.filter(found -> found.isTemplate(text.body())).isPresent()) {
            errors.add(FieldError.of("body", "question.body_template"));
        }
        errors.addAll(alsoWrong);
        if (!errors.isEmpty()) {
            throw new QuestionProblem(INVALID, errors);
        }
        return category.orElseThrow();
    }

    private static boolean isClosed(CategoryView category, @Nullable Long before) {
        return category.archived() && !Objects.equals(category.id(), before);
    }

    private String checkBody(String typed, List<FieldError> alsoWrong) {
        String body = Input.text(typed);
        List<FieldError> errors = new ArrayList<>(QuestionRules.checkBody(body, markdown.isVisible(body)));
        errors.addAll(alsoWrong);
        if (!errors.isEmpty()) {
            throw new QuestionProblem(INVALID, errors);
        }
        return body;
    }

    private PostText render(QuestionText text, Map<String, Picture> pictures) {
        return render(text.title(), text.body(), pictures);
    }

    private PostText render(String title, String body, Map<String, Picture> pictures) {
        return PostText.of(markdown, title, body, pictures, profiles.leading(markdown.mentions(body)));
    }

    private void countAnswers(long questionId, Instant activity) {
        entityManager
                .createNativeQuery(COUNT_ANSWERS)
                .setParameter(1, LocalDateTime.ofInstant(activity, UTC))
                .setParameter(2, questionId)
                .executeUpdate();
    }

    private void countMeToo(long questionId) {
        entityManager
                .createNativeQuery(COUNT_ME_TOO)
                .setParameter(1, questionId)
                .setParameter(2, questionId)
                .executeUpdate();
        changed.fire(new QuestionChanged(questionId));
    }
}
