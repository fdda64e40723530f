package hilft.shared;

import hilft.forum.category.Categories;
import hilft.forum.category.CategoryText;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.forum.member.Viewer;
import hilft.forum.notification.NotificationQueries;
import hilft.forum.notification.NotificationView;
import hilft.forum.notification.Notifications;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionText;
import hilft.forum.question.Questions;
import hilft.forum.vote.Votes;
import hilft.rewards.event.CommunityEvents;
import hilft.rewards.event.EventAction;
import hilft.rewards.event.EventPlan;
import hilft.rewards.event.EventProblem;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventState;
import hilft.rewards.event.EventStep;
import hilft.rewards.event.EventView;
import hilft.rewards.event.InvitationState;
import hilft.rewards.event.InvitationView;
import hilft.rewards.event.Invitations;
import hilft.rewards.leaderboard.Period;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An event never has more guests than seats, whoever accepts, declines, is disabled or invited at the same moment. */
@ArquillianTest
class SeatsIT {
    private static final String BODY = "Ein Text, der lang genug für eine Antwort ist.";
    private static final int THREADS = 24;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    Members members;

    @Inject
    Categories categories;

    @Inject
    Questions questions;

    @Inject
    Votes votes;

    @Inject
    CommunityEvents events;

    @Inject
    Invitations invitations;

    @Inject
    EventQueries queries;

    @Inject
    NotificationQueries notifications;

    @Inject
    Notifications reading;

    @Inject
    UnlockedAcceptance unlocked;

    @Inject
    Clock clock;

    @Resource
    ManagedThreadFactory threads;

    @PersistenceContext(unitName = "hilft")
    EntityManager entities;

    @Deployment
    static WebArchive deployment() {
        return Deployments.shared();
    }

    @Test
    void twoHundredAcceptancesForTenSeatsMakeTenGuests() throws Exception {
        List<MemberView> guests = join(200);
        long event = event(10, guests);

        Map<String, Long> outcomes = atOnce(guests, guest -> outcome(() -> invitations.accept(guest.id(), event)));

        assertThat(outcomes).isEqualTo(Map.of("done", 10L, "event.full", 190L));
        assertThat(find(event).accepted()).isEqualTo(10);
        assertThat(count(event, InvitationState.ACCEPTED)).isEqualTo(10);
        assertThat(queries.steps(event).stream().filter(step -> step.action() == EventAction.ACCEPTED))
                .hasSize(10);
    }

    @Test
    void withoutTheLockTheSameRunOversells() throws Exception {
        List<MemberView> guests = join(200);
        long event = event(10, guests);
        CountDownLatch looked = new CountDownLatch(11);

        atOnce(guests, guest -> String.valueOf(unlocked.accept(guest.id(), event, 10, () -> await(looked))));

        assertThat(count(event, InvitationState.ACCEPTED)).isGreaterThan(10);
    }

    @Test
    void manyDevicesOfOneMemberTakeOneSeat() throws Exception {
        MemberView guest = join();
        long event = event(5, List.of(guest));

        Map<String, Long> outcomes = atOnce(
                IntStream.range(0, 16).boxed().toList(),
                device -> outcome(() -> invitations.accept(guest.id(), event)));

        assertThat(outcomes).isEqualTo(Map.of("done", 16L));
        assertThat(find(event).accepted()).isEqualTo(1);
        assertThat(queries.steps(event).stream().filter(step -> step.action() == EventAction.ACCEPTED))
                .hasSize(1);
    }

    @Test
    void theLastSeatGivenBackGoesToExactlyOneOfMany() throws Exception {
        MemberView first = join();
        List<MemberView> others = join(40);
        List<MemberView> all = new ArrayList<>(others);
        all.add(first);
        long event = event(1, all);
        invitations.accept(first.id(), event);
        assertThat(outcome(() -> invitations.accept(others.get(0).id(), event))).isEqualTo("event.full");

        invitations.decline(first.id(), event);
        Map<String, Long> outcomes = atOnce(others, guest -> outcome(() -> invitations.accept(guest.id(), event)));

        assertThat(outcomes).isEqualTo(Map.of("done", 1L, "event.full", 39L));
        assertThat(count(event, InvitationState.ACCEPTED)).isEqualTo(1);
        assertThat(outcome(() -> invitations.accept(first.id(), event))).isEqualTo("event.full");
    }

    @Test
    void mindsChangedAllAtOnceLeaveAsManyGuestsAsSeatsTaken() throws Exception {
        List<MemberView> guests = join(30);
        long event = event(7, guests);
        List<Integer> deeds = IntStream.range(0, 300).boxed().toList();

        atOnce(
                deeds,
                deed -> outcome(() -> {
                    long guest = guests.get(deed % guests.size()).id();
                    if (deed % 7 < 4) {
                        invitations.accept(guest, event);
                    } else {
                        invitations.decline(guest, event);
                    }
                }));

        assertThat(find(event).accepted()).isLessThanOrEqualTo(7).isEqualTo((int)
                count(event, InvitationState.ACCEPTED));
    }

    @Test
    void whoIsDisabledLosesTheSeatAndDoesNotGetItBack() {
        String subject = UUID.randomUUID().toString();
        MemberView guest = join(subject);
        MemberView next = join();
        long event = event(1, List.of(guest, next));
        invitations.accept(guest.id(), event);

        members.disable(subject);
        awaitFreeSeats(event, 1);
        invitations.accept(next.id(), event);
        members.enable(subject);

        assertThat(outcome(() -> invitations.accept(guest.id(), event))).isEqualTo("event.withdrawn");
        assertThat(queries.steps(event)).anySatisfy(step -> {
            assertThat(step.action()).isEqualTo(EventAction.SEAT_FREED);
            assertThat(step.by()).isNull();
        });
    }

    @Test
    void whoIsDisabledOrDeletedAfterTheInvitationCannotAccept() {
        String disabled = UUID.randomUUID().toString();
        String deleted = UUID.randomUUID().toString();
        List<MemberView> guests = List.of(join(disabled), join(deleted));
        long event = event(2, guests);
        members.disable(disabled);
        members.delete(deleted);

        assertThat(guests)
                .allSatisfy(guest -> assertThatThrownBy(() -> invitations.accept(guest.id(), event))
                        .isInstanceOf(MemberProblem.class)
                        .hasMessage("member.disabled"));
    }

    @Test
    void disabledWhileAcceptingEndsWithoutASeatEitherWay() throws Exception {
        List<String> subjects = IntStream.range(0, 20)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        List<MemberView> guests = subjects.stream().map(this::join).toList();
        long event = event(20, guests);
        List<Callable<Void>> deeds = new ArrayList<>();
        for (int i = 0; i < guests.size(); i++) {
            String subject = subjects.get(i);
            long guest = guests.get(i).id();
            deeds.add(() -> {
                outcome(() -> invitations.accept(guest, event));
                return null;
            });
            deeds.add(() -> {
                members.disable(subject);
                return null;
            });
        }

        atOnce(deeds, deed -> {
            try {
                deed.call();
                return "done";
            } catch (Exception failed) {
                return String.valueOf(failed);
            }
        });

        awaitFreeSeats(event, 20);
        assertThat(count(event, InvitationState.ACCEPTED)).isZero();
    }

    @Test
    void seatsAreNotCutBelowThoseTaken() {
        List<MemberView> guests = join(2);
        long event = event(3, guests);
        guests.forEach(guest -> invitations.accept(guest.id(), event));
        long version = find(event).version();

        assertThatThrownBy(() -> events.change(marketing(), event, version, plan(1)))
                .isInstanceOfSatisfying(
                        EventProblem.class,
                        problem -> assertThat(problem.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("seats");
                            assertThat(error.code()).isEqualTo("event.seats_below_accepted");
                            assertThat(error.min()).isEqualTo(2);
                        }));
        events.change(marketing(), event, version, plan(2));
        assertThat(find(event).isFull()).isTrue();
    }

    @Test
    void anAnswerOfAGuestDoesNotMakeAnEditorsPageStaleButAnotherEditorDoes() {
        MemberView guest = join();
        long event = event(3, List.of(guest));
        long seen = find(event).version();
        invitations.accept(guest.id(), event);
        events.change(marketing(), event, seen, plan(4));

        assertThatThrownBy(() -> events.change(marketing(), event, seen, plan(5)))
                .isInstanceOf(EventProblem.class)
                .hasMessage("event.stale");
    }

    @Test
    void whoDeclinedOrLostAnInvitationIsInvitedAgainAndNobodyTwice() {
        List<MemberView> guests = join(3);
        long event = event(3, guests);
        List<Long> ids = guests.stream().map(MemberView::id).toList();
        assertThat(invitations.invite(marketing(), event, ids)).isZero();

        invitations.decline(ids.get(0), event);
        invitations.withdraw(marketing(), invitation(event, ids.get(1)).id());
        invitations.withdraw(marketing(), invitation(event, ids.get(1)).id());
        assertThat(outcome(() -> invitations.accept(ids.get(1), event))).isEqualTo("event.withdrawn");
        assertThat(invitations.invite(marketing(), event, ids)).isEqualTo(2);

        invitations.accept(ids.get(1), event);
        assertThat(queries.steps(event).stream().map(EventStep::action))
                .containsExactly(
                        EventAction.PLANNED,
                        EventAction.INVITED,
                        EventAction.INVITED,
                        EventAction.INVITED,
                        EventAction.DECLINED,
                        EventAction.WITHDRAWN,
                        EventAction.INVITED,
                        EventAction.INVITED,
                        EventAction.ACCEPTED);
    }

    @Test
    void theTeamAndWhoeverWantsNoInvitationsAreLeftOut() {
        MemberView willing = join();
        MemberView unwilling = join();
        MemberView staff = member(UUID.randomUUID().toString(), EnumSet.of(Role.CUSTOMER, Role.STAFF));
        invitations.wantInvitations(unwilling.id(), false);
        invitations.wantInvitations(unwilling.id(), false);
        long event = events.plan(marketing(), plan(3));

        assertThat(queries.wantsInvitations(unwilling.id())).isFalse();
        assertThat(invitations.invite(marketing(), event, List.of(willing.id(), unwilling.id(), staff.id(), -5L)))
                .isEqualTo(1);
        assertThatThrownBy(() -> invitations.invite(marketing(), event, List.of(unwilling.id(), staff.id())))
                .isInstanceOf(EventProblem.class)
                .hasMessage("event.nobody_eligible");

        invitations.wantInvitations(unwilling.id(), true);
        assertThat(invitations.invite(marketing(), event, List.of(unwilling.id())))
                .isEqualTo(1);
    }

    @Test
    void theBestHelpersAreCandidatesExceptThoseWhoWantNoInvitations() {
        MemberView asker = join();
        MemberView best = join();
        MemberView second = join();
        String category = "s-" + UUID.randomUUID().toString().substring(0, 8);
        categories.create(
                new CategoryText(category, "wifi", "Prüfstand", "Test bench", "Nur zum Prüfen", "For tests only"),
                Viewer.of(marketing(), EnumSet.allOf(Role.class)));
        long question = questions.ask(asker.id(), new QuestionText("Eine Frage zum Prüfen", category, List.of(), BODY));
        long solution = questions.answer(question, BODY, viewer(best));
        long help = questions.answer(question, BODY, viewer(second));
        questions.accept(question, solution, viewer(asker));
        votes.cast(PostId.answer(help), 1, asker.id());
        long event = events.plan(marketing(), plan(3));

        assertThat(candidates(event, category, 1)).containsExactly(best.id());
        invitations.wantInvitations(best.id(), false);
        assertThat(candidates(event, category, 1)).containsExactly(second.id());
        assertThat(candidates(event, category, 10)).doesNotContain(best.id());

        invitations.invite(marketing(), event, List.of(second.id()));
        assertThat(queries.candidates(event, Period.ALL, category, 1))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.invitation()).isEqualTo(InvitationState.INVITED);
                    assertThat(candidate.mayBeInvited()).isFalse();
                });
        assertThat(queries.candidates(event, Period.ALL, "no-such-category", 10))
                .isEmpty();
    }

    private List<Long> candidates(long event, String category, int limit) {
        return queries.candidates(event, Period.ALL, category, limit).stream()
                .map(candidate -> candidate.member().id())
                .toList();
    }

    private static Viewer viewer(MemberView member) {
        return Viewer.of(member.id(), member.roles());
    }

    @Test
    void aDraftIsThereForTheInvitedAndMarketingAlone() {
        MemberView guest = join();
        MemberView stranger = join();
        long event = event(3, List.of(guest));

        assertThat(queries.find(event, null, false)).isEmpty();
        assertThat(queries.find(event, stranger.id(), false)).isEmpty();
        assertThat(queries.find(event, guest.id(), false)).isPresent();
        assertThat(queries.find(event, stranger.id(), true)).isPresent();
        assertThat(ids(stranger.id())).doesNotContain(event);
        assertThat(ids(guest.id())).contains(event);
        assertThat(queries.open(guest.id())).extracting(EventView::id).containsExactly(event);
        assertThat(outcome(() -> invitations.accept(stranger.id(), event))).isEqualTo("event.unknown");

        events.publish(marketing(), event);
        events.publish(marketing(), event);
        assertThat(queries.find(event, null, false)).isPresent();
        assertThat(ids(null)).contains(event);
        assertThat(outcome(() -> invitations.accept(stranger.id(), event))).isEqualTo("event.not_invited");
    }

    @Test
    void aCancelledEventIsClosedAndToldOnTheSite() {
        List<MemberView> guests = join(2);
        long event = event(2, guests);
        invitations.accept(guests.get(0).id(), event);
        events.cancel(marketing(), event, "Der Saal hat einen Wasserschaden.");

        assertThat(find(event).state()).isEqualTo(EventState.CANCELLED);
        assertThat(guests)
                .allSatisfy(guest -> assertThat(news(guest.id()))
                        .contains("EVENT_CANCELLED Der große Abend /events/" + event)
                        .contains("INVITATION Der große Abend /events/" + event));
        assertThat(outcome(() -> invitations.accept(guests.get(1).id(), event))).isEqualTo("event.cancelled");
        assertThat(outcome(() -> events.publish(marketing(), event))).isEqualTo("event.cancelled");
        assertThat(outcome(() -> invitations.invite(marketing(), event, List.of(join().id()))))
                .isEqualTo("event.cancelled");
    }

    @Test
    void whoOpensAnEventHasReadItsNewsAndNoOther() {
        MemberView guest = join();
        long event = event(2, List.of(guest));
        event(2, List.of(guest));
        assertThat(notifications.count(guest.id()).unread()).isEqualTo(2);

        reading.readPath("/events/" + event, guest.id());
        assertThat(notifications.count(guest.id()).unread()).isEqualTo(1);
    }

    @Test
    void anotherTimeRaisesTheSequenceAndAnotherTextDoesNot() {
        MemberView guest = join();
        long event = event(3, List.of(guest));
        invitations.accept(guest.id(), event);
        int before = sequence(event, guest.id());

        EventPlan plan = plan(3);
        events.change(marketing(), event, find(event).version(), withText(plan, "Ein anderer Text."));
        assertThat(sequence(event, guest.id())).isEqualTo(before);
        events.change(marketing(), event, find(event).version(), later(plan));
        assertThat(sequence(event, guest.id())).isEqualTo(before + 1);
        assertThat(news(guest.id())).contains("EVENT_CHANGED Der große Abend /events/" + event);
    }

    private List<String> news(long memberId) {
        return notifications.page(memberId, null, 50).items().stream()
                .map((NotificationView news) -> news.kind() + " " + news.title() + " " + news.url())
                .toList();
    }

    private int sequence(long event, long memberId) {
        return queries.find(event, memberId, false).orElseThrow().sequence();
    }

    private List<Long> ids(@Nullable Long viewer) {
        List<Long> ids = new ArrayList<>();
        String after = null;
        do {
            var page = queries.list(viewer, false, after, 3);
            page.items().forEach(event -> ids.add(event.id()));
            after = page.next();
        } while (after != null);
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    /** What each of the things led to, done by many threads that start together, and how often. */
    private <T> Map<String, Long> atOnce(List<T> things, Function<T, String> deed) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS, threads);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> outcomes = new ArrayList<>();
            for (T thing : things) {
                outcomes.add(pool.submit(() -> {
                    start.await();
                    return deed.apply(thing);
                }));
            }
            start.countDown();
            List<String> texts = new ArrayList<>();
            for (Future<String> outcome : outcomes) {
                texts.add(outcome.get(2, TimeUnit.MINUTES));
            }
            return texts.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        } finally {
            pool.shutdownNow();
        }
    }

    private static String outcome(Runnable deed) {
        try {
            deed.run();
            return "done";
        } catch (EventProblem | MemberProblem refused) {
            return refused.code();
        }
    }

    private static void await(CountDownLatch looked) {
        looked.countDown();
        assertThatCode(() -> assertThat(looked.await(1, TimeUnit.MINUTES)).isTrue())
                .doesNotThrowAnyException();
    }

    /** The outbox frees them, as soon as it comes to it. */
    private void awaitFreeSeats(long event, int seats) {
        Instant end = Instant.now().plusSeconds(60);
        while (find(event).seatsLeft() < seats && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(find(event).seatsLeft()).isEqualTo(seats);
    }

    private long event(int seats, List<MemberView> guests) {
        long event = events.plan(marketing(), plan(seats));
        assertThat(invitations.invite(
                        marketing(), event, guests.stream().map(MemberView::id).toList()))
                .isEqualTo(guests.size());
        return event;
    }

    private EventPlan plan(int seats) {
        LocalDateTime start =
                LocalDate.ofInstant(clock.instant(), BERLIN).plusDays(30).atTime(LocalTime.of(19, 0));
        return new EventPlan(
                "Der große Abend",
                "",
                "Wir feiern die besten Antworten.",
                "",
                "Alte Post, Leipzig",
                null,
                start,
                start.plusHours(3),
                BERLIN,
                seats,
                start.minusDays(3));
    }

    private static EventPlan withText(EventPlan plan, String text) {
        return new EventPlan(
                plan.titleDe(),
                plan.titleEn(),
                text,
                plan.textEn(),
                plan.place(),
                plan.streamUrl(),
                plan.startsAt(),
                plan.endsAt(),
                plan.zone(),
                plan.seats(),
                plan.rsvpDeadline());
    }

    private static EventPlan later(EventPlan plan) {
        return new EventPlan(
                plan.titleDe(),
                plan.titleEn(),
                plan.textDe(),
                plan.textEn(),
                plan.place(),
                plan.streamUrl(),
                plan.startsAt(),
                Objects.requireNonNull(plan.endsAt()).plusHours(1),
                plan.zone(),
                plan.seats(),
                plan.rsvpDeadline());
    }

    private EventView find(long event) {
        return queries.find(event, null, true).orElseThrow();
    }

    private InvitationView invitation(long event, long guest) {
        return queries.invitations(event).stream()
                .filter(invitation -> invitation.guest().id() == guest)
                .findFirst()
                .orElseThrow();
    }

    private long count(long event, InvitationState state) {
        return queries.invitations(event).stream()
                .filter(invitation -> invitation.state() == state)
                .count();
    }

    private long marketing() {
        return member("marketing-of-seats", EnumSet.of(Role.CUSTOMER, Role.MARKETING))
                .id();
    }

    private List<MemberView> join(int number) {
        return IntStream.range(0, number).mapToObj(i -> join()).toList();
    }

    private MemberView join() {
        return join(UUID.randomUUID().toString());
    }

    private MemberView join(String subject) {
        return member(subject, Set.of(Role.CUSTOMER));
    }

    private MemberView member(String subject, Set<Role> roles) {
        return members.signIn(new SignIn(subject, "Gast " + subject, subject + "@example.org", true, roles, "de"));
    }
}
