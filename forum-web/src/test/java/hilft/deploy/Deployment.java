package hilft.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The files with which an operator deploys the forum, held as texts so that a test can break one of them. */
final class Deployment {

    static final String COMPOSE = "docker/compose.yml";
    static final String SETTINGS = "docker/.env.example";
    static final String PROXY = "docker/proxy/Caddyfile";
    static final String REALM = "docker/keycloak/realm.json";
    static final String SECRETS = "docker/secrets.sh";
    static final String KEYCLOAK_START = "docker/keycloak/start.sh";
    static final String README = "README.md";
    static final String POM = "pom.xml";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(?::[?-][^}]*)?}");

    private final Path root;
    private final Map<String, String> texts;

    private Deployment(Path root, Map<String, String> texts) {
        this.root = root;
        this.texts = texts;
    }

    static Deployment read(Path root) {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(root.resolve("docker"))) {
            Stream.concat(files.filter(Files::isRegularFile), Stream.of(root.resolve(README), root.resolve(POM)))
                    .filter(file -> !file.startsWith(root.resolve("docker/secrets")))
                    .forEach(file -> texts.put(root.relativize(file).toString(), text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Deployment(root, texts);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same files but for one mistake; a mistake that changes nothing would prove nothing. */
    Deployment broken(String file, String right, String wrong) {
        var before = text(file);
        if (!before.contains(right)) {
            throw new IllegalArgumentException(file + " does not contain: " + right);
        }
        var changed = new TreeMap<>(texts);
        changed.put(file, before.replace(right, wrong));
        return new Deployment(root, changed);
    }

    String text(String file) {
        var text = texts.get(file);
        if (text == null) {
            throw new IllegalArgumentException(file + " is missing");
        }
        return text;
    }

    List<String> files(String ending) {
        return texts.keySet().stream().filter(file -> file.endsWith(ending)).toList();
    }

    boolean exists(String context, String file) {
        return Files.exists(root.resolve(context).resolve(file));
    }

    /** The settings of {@code .env.example}. */
    Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        text(SETTINGS)
                .lines()
                .filter(line -> line.matches("[A-Z0-9_]+=.*"))
                .forEach(line ->
                        settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return settings;
    }

    List<String> variables() {
        return VARIABLE.matcher(text(COMPOSE))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** What compose makes of its file with those settings. */
    Map<String, Object> compose() {
        var settings = settings();
        var resolved = VARIABLE.matcher(text(COMPOSE))
                .replaceAll(found -> Matcher.quoteReplacement(settings.getOrDefault(found.group(1), "")));
        return new Yaml().load(resolved);
    }

    List<Service> services() {
        var services = new ArrayList<Service>();
        map(compose().get("services")).forEach((name, options) -> services.add(new Service(name, map(options))));
        return services;
    }

    /** The forum's nodes. */
    List<Service> nodes() {
        return services().stream()
                .filter(service -> service.image().startsWith("hilft-forum:"))
                .toList();
    }

    Service service(String name) {
        return services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<String> list(@Nullable Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(String::valueOf).toList();
    }

    /** One service of the compose file. */
    record Service(String name, Map<String, Object> options) {

        String image() {
            return String.valueOf(options.get("image"));
        }

        boolean isBuiltHere() {
            return options.containsKey("build");
        }

        /** The folder from which the image is built, from the repository's root. */
        String context() {
            return "..".equals(map(options.get("build")).get("context")) ? "." : "docker";
        }

        String dockerfile() {
            var file = String.valueOf(map(options.get("build")).get("dockerfile"));
            return context().equals(".") ? file : "docker/" + file;
        }

        Map<String, String> environment() {
            var environment = new HashMap<String, String>();
            map(options.get("environment")).forEach((name, value) -> environment.put(name, String.valueOf(value)));
            return environment;
        }

        List<String> all(String option) {
            return options.get(option) instanceof Map<?, ?> byName
                    ? byName.keySet().stream().map(String::valueOf).toList()
                    : list(options.get(option));
        }

        Map<String, Object> limits() {
            return map(map(map(options.get("deploy")).get("resources")).get("limits"));
        }
    }
}
