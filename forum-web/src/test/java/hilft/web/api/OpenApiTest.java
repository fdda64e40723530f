package hilft.web.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The document at /openapi and the resource classes say the same. */
class OpenApiTest {

    private final Map<String, Map<String, Object>> operations = operations();

    @Test
    void everyVerbOfEveryPathIsDocumentedAndNothingElse() {
        Set<String> offered = new TreeSet<>();
        Api.RESOURCES.forEach(resource -> offered.addAll(verbs(resource)));
        assertThat(offered).hasSizeGreaterThan(30);
        assertThat(operations.keySet()).containsExactlyElementsOf(offered);
    }

    @Test
    void everyOperationHasASummaryAndAnIdOfItsOwn() {
        assertThat(operations)
                .allSatisfy((verb, operation) -> assertThat(operation).containsKeys("summary", "tags"));
        assertThat(operations.values().stream().map(operation -> operation.get("operationId")))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void everyBodyAndEveryAnswerHasAnExample() {
        operations.forEach((verb, operation) -> {
            List<Map<String, Object>> contents = new ArrayList<>(contents(operation.get("requestBody")));
            map(operation.get("responses")).values().forEach(response -> contents.addAll(contents(response)));
            assertThat(contents)
                    .as(verb)
                    .allSatisfy(content -> assertThat(content).containsKeys("schema", "example"));
            boolean answers = map(operation.get("responses")).containsKey("204");
            assertThat(answers || !contents.isEmpty())
                    .as(verb + " shows what it answers")
                    .isTrue();
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> references = new TreeSet<>();
        collect(document(), references);
        assertThat(references).hasSizeGreaterThan(10).allSatisfy(reference -> {
            @Nullable Object place = document();
            for (String step : reference.substring("#/".length()).split("/")) {
                place = map(place).get(step);
                assertThat(place).as(reference).isNotNull();
            }
        });
    }

    private static Set<String> verbs(Class<?> resource) {
        String root = Objects.requireNonNull(resource.getAnnotation(Path.class)).value();
        Set<String> verbs = new TreeSet<>();
        for (Method method : resource.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    Path below = method.getAnnotation(Path.class);
                    verbs.add("/" + root + (below == null ? "" : "/" + below.value()) + " "
                            + verb.value().toLowerCase(Locale.ROOT));
                }
            }
        }
        return verbs;
    }

    private static Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        map(document().get("paths"))
                .forEach((path, verbs) ->
                        map(verbs).forEach((verb, operation) -> operations.put(path + " " + verb, map(operation))));
        return operations;
    }

    private static List<Map<String, Object>> contents(@Nullable Object part) {
        return part == null || !map(part).containsKey("content")
                ? List.of()
                : map(map(part).get("content")).values().stream()
                        .map(OpenApiTest::map)
                        .toList();
    }

    private static void collect(@Nullable Object part, Set<String> references) {
        if (part instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.equals("$ref")) {
                    references.add(String.valueOf(value));
                } else {
                    collect(value, references);
                }
            });
        } else if (part instanceof List<?> list) {
            list.forEach(item -> collect(item, references));
        }
    }

    private static Map<String, Object> document() {
        try (InputStream file = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return map(new Yaml().load(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object part) {
        return (Map<String, Object>) Objects.requireNonNull(part);
    }
}
