package hilft.web.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hilft.stack.BlindBrowser;
import hilft.stack.TestStack;
import hilft.web.security.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.STAFF;
import static hilft.web.api.Person.VISITOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What is found by whom, by which words, and what is never found. */
class SearchingIT {

    private static final Map<String, String> REASON = Map.of("reason", "gehört nicht hierher");

    @Test
    void anAnswerThatMatchesIsShownAndLeadsThere() {
        long question = ask("Warum summt meine Schreibmaschine", "Sie summt den ganzen Tag, auch nachts im Schrank.");
        HELPER.answers(question);
        long answer = HELPER.post(
                        "/questions/" + question + "/answers",
                        Map.of("body", "Zieh den Stecker vom <b>Quarzuhrwerk</b> & warte."))
                .is(201)
                .id();
        awaitFound("Quarzuhrwerk", question);

        JsonObject hit = first("Schreibmaschine Quarzuhrwerk");
        assertThat(hit.get("titleHtml").getAsString()).isEqualTo("Warum summt meine <mark>Schreibmaschine</mark>");
        JsonObject part = hit.getAsJsonObject("part");
        assertThat(part.get("html").getAsString())
                .contains("<mark>Quarzuhrwerk</mark>", "&amp; warte")
                .doesNotContain("<b>");
        assertThat(part.get("answer").getAsLong()).isEqualTo(answer);
        assertThat(part.get("solution").getAsBoolean()).isFalse();
        assertThat(part.get("url").getAsString()).isEqualTo("/answers/" + answer);

        JsonObject inQuestion = first("Schreibmaschine Schrank").getAsJsonObject("part");
        assertThat(inQuestion.get("answer").isJsonNull()).isTrue();
        assertThat(inQuestion.get("html").getAsString()).contains("<mark>Schrank</mark>");
    }

    @Test
    void choicesCombineAndAreCounted() {
        long open = ask("Heißluftballon verliert Funkkontakt", Person.BODY);
        long solved = ask("Heißluftballon findet kein WLAN", Person.BODY);
        long official = ask("Heißluftballon ohne Tarif", Person.BODY);
        long answer = HELPER.answers(solved);
        ASKER.put("/questions/" + solved + "/accepted-answer", Map.of("answerId", answer))
                .is(204);
        STAFF.answers(official);
        awaitFound("Heißluftballon", open, solved, official);
        Patience.awaitThat(() -> search("Heißluftballon&state=solved").ids(), List.of(solved));
        Patience.awaitThat(() -> search("Heißluftballon&official=true").ids(), List.of(official));

        JsonObject all = search("heissluftballon").json();
        assertThat(all.get("total").getAsLong()).isEqualTo(3);
        assertThat(all.get("totalExact").getAsBoolean()).isTrue();
        JsonObject facets = all.getAsJsonObject("facets");
        assertThat(counts(facets, "state")).containsExactly("open 2", "unanswered 1", "solved 1");
        assertThat(counts(facets, "category")).containsExactly("api-tests 3");
        assertThat(counts(facets, "tag")).containsExactlyInAnyOrder("wlan 3", "router 3");
        assertThat(counts(facets, "since")).contains("week 3");
        assertThat(facets.get("official").getAsLong()).isEqualTo(1);

        assertThat(search("Heißluftballon&state=open&category=api-tests&tag=wlan&tag=router")
                        .ids())
                .containsExactlyInAnyOrder(open, official);
        assertThat(search("Heißluftballon&state=open&category=nirgends")
                        .json()
                        .get("unknown")
                        .toString())
                .isEqualTo("[\"nirgends\"]");
        assertThat(search("Heißluftballon&author=" + handle(HELPER)).ids()).containsExactly(solved);
        assertThat(search("Heißluftballon&author=niemand-dieses-namens").ids()).isEmpty();
        assertThat(search("Heißluftballon&since=2020-01-01&before=2021-01-01").ids())
                .isEmpty();
        assertThat(search("Heißluftballon&sort=newest").ids()).containsExactly(official, solved, open);
        JsonObject narrowed = search("Heißluftballon&state=solved").json().getAsJsonObject("facets");
        assertThat(counts(narrowed, "state")).containsExactly("open 2", "unanswered 1", "solved 1");
    }

    @Test
    void operatorsWorkInTheBoxInBothLanguages() {
        long question = ask("Dampflokomotive verliert das Signal", Person.BODY);
        long other = ask("Dampflokomotive ohne Kohle", Person.BODY);
        awaitFound("Dampflokomotive", question, other);
        String handle = handle(ASKER);
        for (String query : List.of(
                "Dampflokomotive -Kohle",
                "Dampflokomotive \"verliert das Signal\"",
                "\"das Signal\" von:" + handle + " ist:offen kategorie:api-tests Dampflokomotive",
                "author:" + handle
                        + " is:unanswered category:\"Test bench\" tag:wlan after:week Dampflokomotive Signal")) {
            assertThat(search(query).ids()).as(query).containsExactly(question);
        }
        assertThat(search("Dampflokomotive is:solved").ids()).isEmpty();
        assertThat(search("Dampflokomotive vor:2020").ids()).isEmpty();
    }

    @Test
    void aMisspeltWordIsForgivenAndPutRight() {
        long question = ask("Mein Plattenspieler leiert seit gestern", Person.BODY);
        awaitFound("Plattenspieler", question);
        JsonObject found = search("Platenspieler leiert").json();
        assertThat(found.get("didYouMean").getAsString()).isEqualTo("Plattenspieler leiert");
        assertThat(first("Platenspieler leiert").get("titleHtml").getAsString())
                .isEqualTo("Mein <mark>Plattenspieler</mark> <mark>leiert</mark> seit gestern");
        assertThat(search("Plattenspieler leiert").json().get("didYouMean").isJsonNull())
                .isTrue();
        assertThat(search("plattenspielr").ids()).contains(question);
    }

    @Test
    void wordsAreFoundInTheirFormsAndByTheirParts() {
        long question = ask("Kündigungsfristen bei Rufnummernmitnahme", Person.BODY);
        awaitFound("Rufnummernmitnahme", question);
        for (String query : List.of("Kündigungsfrist", "kuendigung frist", "Mitnahme Rufnummer", "rufnummern")) {
            assertThat(search(query).ids()).as(query).contains(question);
        }
    }

    @Test
    void whatIsHiddenIsNeitherFoundNorCountedNorShown() {
        long question = ask("Wünschelrute schlägt aus", "Sie zeigt immer auf den Sicherungskasten im Flur.");
        long answer = HELPER.post(
                        "/questions/" + question + "/answers",
                        Map.of("body", "Das liegt am Erdstrahlenkompensator im Keller."))
                .is(201)
                .id();
        awaitFound("Erdstrahlenkompensator", question);
        MODERATOR.put("/answers/" + answer + "/hidden", REASON).is(204);
        // at once, whatever the index says
        assertThat(search("Wünschelrute").response().body()).doesNotContain("Erdstrahlen");
        Patience.awaitThat(() -> search("Erdstrahlenkompensator").ids(), List.of());

        MODERATOR.put("/questions/" + question + "/hidden", REASON).is(204);
        assertThat(search("Wünschelrute").ids()).isEmpty();
        for (Person person : List.of(VISITOR, ASKER, HELPER, MODERATOR)) {
            Patience.awaitThat(
                    () -> person.get("/search?q=" + encode("Wünschelrute"))
                            .json()
                            .get("total")
                            .getAsLong(),
                    0L);
        }
    }

    @Test
    void aLongListIsPagedToItsEnd() {
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            asked.add(ask("Seifenkiste Nummer " + i + " rollt nicht", Person.BODY));
        }
        awaitFound("Seifenkiste", asked.toArray(Long[]::new));
        List<Long> read = new ArrayList<>();
        String after = "";
        for (int pages = 1; pages <= 3; pages++) {
            Reply page = VISITOR.get("/search?q=Seifenkiste&limit=3" + after).is(200);
            read.addAll(page.ids());
            JsonElement next = page.json().get("next");
            assertThat(next.isJsonNull()).isEqualTo(pages == 3);
            after = next.isJsonNull() ? "" : "&after=" + next.getAsString();
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(asked);
        // MC45OTk5OTk5OTk is 0.9999999999
        assertThat(VISITOR.get("/search?q=Seifenkiste&after=MC45OTk5OTk5OTk")
                        .is(200)
                        .ids())
                .isEmpty();
        assertThat(VISITOR.get("/search?q=Seifenkiste&after=nonsense").is(200).ids())
                .hasSize(7);
    }

    @Test
    void withoutFacetsAnAnswerIsShort() {
        JsonObject found = VISITOR.get("/search?q=router&facets=false").is(200).json();
        assertThat(found.get("facets").isJsonNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "q",
                "🙂🙂🙂",
                "\"",
                "-",
                "*:*",
                "title:[* TO *] AND (router OR",
                "/.*/",
                "a~0.1^99",
                "\\",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "category:",
                "after:9999-99-99",
                "von:",
                "\u0000\u202e\ufeff"
            })
    void strangeWordsAreOnlyWords(String query) {
        VISITOR.get("/search?q=" + encode(query)).is(200);
        VISITOR.get("/similar?text=" + encode(query)).is(200);
    }

    @Test
    void aLongTextIsReadFromItsBeginningAndATooLongAddressRefused() {
        for (String path : List.of("/search?q=", "/similar?text=")) {
            VISITOR.get(path + "Router+WLAN+".repeat(500)).is(200);
            VISITOR.get(path + "x".repeat(6_000)).is(200);
            VISITOR.get(path + "x".repeat(10_000)).is(200);
            assertThat(statusAlone(path + "x".repeat(40_000))).isBetween(400, 431);
        }
    }

    /** On a connection of its own, since the server closes it. */
    private static int statusAlone(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestStack.get().url() + "/api/v1" + path))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aThreadLeadsToThoseThatAskSomethingLikeIt() {
        String body = "Ich habe es lange genug versucht, es bleibt dabei.";
        long before = ask("Kirschkernkissen wird am Ladegerät nicht warm", body);
        awaitFound("Kirschkernkissen", before);
        long question = ask("Warum wird das Kirschkernkissen am Ladegerät nicht warm?", body);
        BlindBrowser visitor = new BlindBrowser(TestStack.get().url());
        assertThat(Jsoup.parse(visitor.open("/questions/" + question).body())
                        .select(".rail-related a[href^=/questions/" + before + "/]")
                        .eachText())
                .containsExactly("Kirschkernkissen wird am Ladegerät nicht warm");
    }

    private static long ask(String title, String body) {
        JsonObject question = Person.aQuestion(title);
        question.addProperty("body", body);
        return ASKER.post("/questions", question).is(201).id();
    }

    private static Reply search(String query) {
        int parameters = query.indexOf('&');
        String words = parameters < 0 ? query : query.substring(0, parameters);
        String rest = parameters < 0 ? "" : query.substring(parameters);
        return VISITOR.get("/search?q=" + encode(words) + rest).is(200);
    }

    private static JsonObject first(String query) {
        return search(query).items().get(0).getAsJsonObject();
    }

    private static void awaitFound(String words, Long... questions) {
        Patience.awaitThat(() -> search(words).ids().containsAll(List.of(questions)), true);
    }

    private static List<String> counts(JsonObject facets, String name) {
        JsonArray values = facets.getAsJsonArray(name);
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(value -> value.get("value").getAsString() + " "
                        + value.get("count").getAsLong())
                .toList();
    }

    private static String handle(Person person) {
        return person.get("/me").json().get("handle").getAsString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
