package hilft.web.api;

import com.google.gson.JsonObject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.EXPERT;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MARKETING;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** Marketing plans an event and invites; guests take seats, and whoever is not meant learns nothing. */
class InvitingIT {

    private static final Map<String, String> REASON = Map.of("reason", "Die Halle steht unter Wasser.");

    @Test
    void theLastSeatIsTakenOnceAndGivenBack() {
        long event = plannedFor(1);
        invites(event, HELPER, EXPERT);
        String seat = "/events/" + event + "/acceptance";

        HELPER.put(seat, null).is(204);
        HELPER.put(seat, null).is(204);
        EXPERT.put(seat, null).isRefused(409, "event.full");
        HELPER.delete(seat, null).is(204);
        EXPERT.put(seat, null).is(204);
        assertThat(stateOf(event, EXPERT)).isEqualTo("accepted");
        assertThat(MARKETING.get("/events/" + event).json().get("seatsLeft").getAsInt())
                .isZero();
    }

    @Test
    void aDraftIsThereForTheInvitedAloneUntilItIsPublished() {
        long event = plannedFor(5);
        String path = "/events/" + event;
        invites(event, HELPER);
        for (Person stranger : List.of(VISITOR, ASKER, MODERATOR)) {
            stranger.get(path).isRefused(404, "event.unknown");
            assertThat(stranger.get("/events?limit=100").is(200).ids()).doesNotContain(event);
        }
        ASKER.put(path + "/acceptance", null).isRefused(404, "event.unknown");
        JsonObject seen = HELPER.get(path).is(200).json();
        assertThat(seen.getAsJsonObject("you").get("mayAnswer").getAsBoolean()).isTrue();
        assertThat(HELPER.get("/events?limit=100").ids()).contains(event);

        MARKETING.put(path + "/published", null).is(204);
        MARKETING.put(path + "/published", null).is(204);
        assertThat(VISITOR.get(path).is(200).json().get("seatsLeft").isJsonNull())
                .isTrue();
        ASKER.put(path + "/acceptance", null).isRefused(403, "event.not_invited");
    }

    @Test
    void theWayIntoTheStreamIsForGuests() {
        JsonObject plan = aPlan(5);
        plan.addProperty("streamUrl", "https://stream.example.org/helfer");
        long event = MARKETING.post("/events", plan).is(201).id();
        invites(event, HELPER);
        MARKETING.put("/events/" + event + "/published", null).is(204);

        for (Person reader : List.of(VISITOR, ASKER, HELPER)) {
            assertThat(reader.get("/events/" + event).response().body()).doesNotContain("stream.example.org");
        }
        HELPER.put("/events/" + event + "/acceptance", null).is(204);
        assertThat(HELPER.get("/events/" + event).json().get("streamUrl").getAsString())
                .isEqualTo("https://stream.example.org/helfer");
    }

    @Test
    void aWithdrawnInvitationTakesNoSeatUntilItIsSentAgain() {
        long event = plannedFor(5);
        invites(event, HELPER);
        assertThat(invite(event, HELPER).json().get("sent").getAsInt()).isZero();
        HELPER.put("/events/" + event + "/acceptance", null).is(204);
        long invitation = MARKETING
                .get("/events/" + event + "/invitations")
                .is(200)
                .items()
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsLong();

        MARKETING.delete("/invitations/" + invitation, null).is(204);
        MARKETING.delete("/invitations/" + invitation, null).is(204);
        HELPER.put("/events/" + event + "/acceptance", null).isRefused(409, "event.withdrawn");
        assertThat(stateOf(event, HELPER)).isEqualTo("withdrawn");
        assertThat(invite(event, HELPER).json().get("sent").getAsInt()).isEqualTo(1);
        HELPER.put("/events/" + event + "/acceptance", null).is(204);
    }

    @Test
    void aCalledOffEventTakesNobodyAndSaysWhy() {
        long event = plannedFor(5);
        invites(event, HELPER);
        assertThat(MARKETING
                        .put("/events/" + event + "/cancelled", Map.of())
                        .isRefused(422, "event.invalid")
                        .errors())
                .containsExactly("reason: event.reason_length");
        MARKETING.put("/events/" + event + "/cancelled", REASON).is(204);
        HELPER.put("/events/" + event + "/acceptance", null).isRefused(409, "event.cancelled");
        MARKETING
                .post("/events/" + event + "/invitations", Map.of("members", List.of(handle(EXPERT))))
                .isRefused(409, "event.cancelled");
        assertThat(HELPER.get("/events/" + event).json().get("cancelReason").getAsString())
                .isEqualTo(REASON.get("reason"));
    }

    @Test
    void aChangeIsMadeAgainstWhatWasRead() {
        Reply planned = MARKETING.post("/events", aPlan(2)).is(201);
        String path = "/events/" + planned.id();
        MARKETING.patch(path, Map.of("seats", 3)).isRefused(428, "api.precondition_required");
        MARKETING
                .patch(path, Map.of("seats", 3), "If-Match", planned.header("ETag"))
                .is(200);
        MARKETING
                .patch(path, Map.of("seats", 4), "If-Match", planned.header("ETag"))
                .isRefused(412, "api.stale");

        invites(planned.id(), HELPER, EXPERT);
        HELPER.put(path + "/acceptance", null).is(204);
        EXPERT.put(path + "/acceptance", null).is(204);
        Reply now = MARKETING.get(path);
        assertThat(now.json().get("seats").getAsInt()).isEqualTo(3);
        assertThat(MARKETING
                        .patch(path, Map.of("seats", 1), "If-Match", now.header("ETag"))
                        .isRefused(422, "event.invalid")
                        .errors())
                .containsExactly("seats: event.seats_below_accepted");
        JsonObject moved = MARKETING
                .patch(path, Map.of("zone", "America/New_York"), "If-Match", now.header("ETag"))
                .is(200)
                .json();
        assertThat(moved.get("startsAt").getAsString())
                .as("another zone keeps the time on the clock")
                .isEqualTo(
                        soon().atZone(ZoneId.of("America/New_York")).toInstant().toString());
    }

    @Test
    void candidatesAreCustomersWhoHelped() {
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        ASKER.put("/questions/" + question + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        long event = plannedFor(5);
        invites(event, HELPER);

        Reply ranking = MARKETING
                .get("/events/" + event + "/candidates?period=week&category=" + Person.CATEGORY + "&limit=100")
                .is(200);
        JsonObject helper = ranking.items().asList().stream()
                .map(one -> one.getAsJsonObject())
                .filter(one -> one.getAsJsonObject("member")
                        .get("handle")
                        .getAsString()
                        .equals(handle(HELPER)))
                .findFirst()
                .orElseThrow();
        assertThat(helper.get("invitation").getAsString()).isEqualTo("invited");
        assertThat(helper.get("mayBeInvited").getAsBoolean()).isFalse();
        assertThat(ranking.response().body()).doesNotContain("\"" + handle(MODERATOR) + "\"");
    }

    @Test
    void theTeamIsNotInvited() {
        MARKETING
                .post("/events/" + plannedFor(5) + "/invitations", Map.of("members", List.of(handle(MODERATOR))))
                .isRefused(422, "event.nobody_eligible");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /events",
        "PATCH, /events/{id}",
        "PUT, /events/{id}/published",
        "PUT, /events/{id}/cancelled",
        "GET, /events/{id}/candidates",
        "GET, /events/{id}/invitations",
        "POST, /events/{id}/invitations",
        "DELETE, /invitations/1",
        "GET, /events?when=all"
    })
    void onlyMarketingDoesWhatMarketingDoes(String method, String path) {
        String address = path.replace("{id}", Long.toString(plannedFor(5)));
        String body = method.equals("GET") || method.equals("DELETE") ? null : "{}";
        for (Person person : List.of(HELPER, MODERATOR)) {
            person.call(method, address, body, "If-Match", "*").isRefused(403, "api.forbidden");
        }
        assertThat(VISITOR.call(method, address, body, "If-Match", "*").status())
                .as("who is not logged in")
                .isIn(401, 403);
    }

    private static long plannedFor(int seats) {
        return MARKETING.post("/events", aPlan(seats)).is(201).id();
    }

    static JsonObject aPlan(int seats) {
        JsonObject plan = new JsonObject();
        plan.addProperty("titleDe", "Sommerfest der Helfer");
        plan.addProperty("textDe", "Mit **Grill** und Blick über die Stadt.");
        plan.addProperty("place", "Dachterrasse, Berlin");
        plan.addProperty("startsAt", soon().toString());
        plan.addProperty("endsAt", soon().plusHours(3).toString());
        plan.addProperty("zone", "Europe/Berlin");
        plan.addProperty("seats", seats);
        plan.addProperty("rsvpDeadline", soon().minusDays(2).toString());
        return plan;
    }

    private static LocalDateTime soon() {
        return LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                .plusDays(30)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(18);
    }

    private static void invites(long event, Person... guests) {
        for (Person guest : guests) {
            assertThat(invite(event, guest).json().get("sent").getAsInt()).isEqualTo(1);
        }
    }

    private static Reply invite(long event, Person guest) {
        return MARKETING
                .post("/events/" + event + "/invitations", Map.of("members", List.of(handle(guest))))
                .is(201);
    }

    private static String handle(Person person) {
        return person.get("/me").is(200).json().get("handle").getAsString();
    }

    private static String stateOf(long event, Person guest) {
        return guest.get("/events/" + event)
                .is(200)
                .json()
                .getAsJsonObject("you")
                .get("invitation")
                .getAsString();
    }
}
