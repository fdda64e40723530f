package hilft.deploy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.deploy.Deployment.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static hilft.deploy.Deployment.COMPOSE;
import static hilft.deploy.Deployment.KEYCLOAK_START;
import static hilft.deploy.Deployment.POM;
import static hilft.deploy.Deployment.PROXY;
import static hilft.deploy.Deployment.README;
import static hilft.deploy.Deployment.REALM;
import static hilft.deploy.Deployment.SECRETS;
import static hilft.deploy.Deployment.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

/** What is promised about the containers; each rule is shown able to fail by mistakes that people make. */
class DeploymentTest {

    private static final Deployment RELEASE = Deployment.read(Path.of(".."));
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(hilft\\.[a-z0-9.-]+)` \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern SECRET = Pattern.compile("(PASSWORD|SECRET|TOKEN|SECRET_KEY)(_FILE)?$");
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?\\d+\\.\\d+\\.\\d+\\S*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(HILFT_[A-Z_]+)(:[^}]*)?}");
    private static final String NOT_ROOT = "[1-9]\\d*(:\\d+)?";

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "every name of the forum is in the configuration table",
                        DeploymentTest::unknownNames,
                        release -> release.broken(COMPOSE, "HILFT_PROXY_HOPS:", "HILFT_PROXY_HOP:"),
                        release -> release.broken(README, "| `hilft.mail.from` |", "| `hilft.mail.sender` |"),
                        release -> release.broken(COMPOSE, "HILFT_ZONE:", "HILFT_ZONE_FILE:")),
                rule(
                        "what has no default that works on a real machine is set",
                        DeploymentTest::missingNames,
                        release -> release.broken(COMPOSE, "HILFT_DATABASE_URL:", "IGNORED_URL:"),
                        release -> release.broken(COMPOSE, "HILFT_SECRET_KEY_FILE:", "IGNORED_KEY_FILE:"),
                        release -> release.broken(COMPOSE, "HILFT_KEYCLOAK_CLIENT_SECRET_FILE:", "IGNORED_FILE:")),
                rule(
                        "all nodes are configured alike",
                        DeploymentTest::unlikeNodes,
                        release -> release.broken(
                                COMPOSE,
                                "JAVA_TOOL_OPTIONS: -DjvmRoute=forum-2",
                                "JAVA_TOOL_OPTIONS: -DjvmRoute=forum-2\n      HILFT_ZONE: Asia/Tokyo")),
                rule(
                        "each node keeps a search index of its own",
                        DeploymentTest::sharedIndexes,
                        release -> release.broken(COMPOSE, "search-2:/search\"", "search-1:/search\""),
                        release -> release.broken(COMPOSE, ", \"search-2:/search\"", ""),
                        release -> release.broken(COMPOSE, "HILFT_SEARCH_DIRECTORY: /search", "IGNORED: /search")),
                rule(
                        "all nodes keep pictures in one place",
                        DeploymentTest::ownPictures,
                        release -> release.broken(COMPOSE, ", \"attachments:/attachments\"]", "]"),
                        release -> release.broken(
                                COMPOSE, "HILFT_ATTACHMENT_DIRECTORY: /attachments", "IGNORED: /attachments")),
                rule(
                        "secrets come as files",
                        DeploymentTest::openSecrets,
                        release -> release.broken(
                                COMPOSE,
                                "HILFT_DATABASE_PASSWORD_FILE: /run/secrets/database_password",
                                "HILFT_DATABASE_PASSWORD: open-sesame"),
                        release -> release.broken(
                                COMPOSE, "/run/secrets/migration_password", "/run/secrets/migration_pasword"),
                        release -> release.broken(
                                COMPOSE,
                                "mail_password: { file: secrets/mail_password }",
                                "mail_password: { environment: MAIL_PASSWORD }"),
                        release -> release.broken(SECRETS, "mariadb_root_password", "root_password"),
                        release -> release.broken(SETTINGS, "MAIL_USER=", "MAIL_USER=\nMAIL_PASSWORD=open-sesame")),
                rule(
                        "images are pinned",
                        DeploymentTest::floatingImages,
                        release -> release.broken("docker/proxy/Dockerfile", "caddy:2.11.4-alpine", "caddy:latest"),
                        release -> release.broken("docker/mariadb/Dockerfile", "mariadb:11.4.13-noble", "mariadb:11"),
                        release -> release.broken(COMPOSE, "axllent/mailpit:v1.31.2", "axllent/mailpit")),
                rule(
                        "nobody is root or can become it",
                        DeploymentTest::roots,
                        release -> release.broken("docker/forum/Dockerfile", "USER 10001:10001", ""),
                        release -> release.broken("docker/keycloak/Dockerfile", "USER 10001:0", "USER root"),
                        release -> release.broken(COMPOSE, "user: \"10001:10001\"", "user: \"0:0\""),
                        release -> release.broken(COMPOSE, "\"no-new-privileges:true\"", ""),
                        release -> release.broken(COMPOSE, "cap_drop: [ALL]", "privileged: true")),
                rule(
                        "the root folder is read-only",
                        DeploymentTest::writable,
                        release -> release.broken(COMPOSE, "read_only: true\n  cap_drop", "cap_drop")),
                rule(
                        "everything says whether it is healthy",
                        DeploymentTest::withoutHealth,
                        release -> release.broken("docker/forum/Dockerfile", "HEALTHCHECK", "# HEALTHCHECK"),
                        release -> release.broken(COMPOSE, "    healthcheck:", "    x-healthcheck:")),
                rule(
                        "only the proxy is reached from outside",
                        DeploymentTest::published,
                        release -> release.broken(
                                COMPOSE, "networks: [data]", "networks: [data]\n    ports: [\"3306:3306\"]"),
                        release -> release.broken(COMPOSE, "networks: [data]", "networks: [data, out]"),
                        release -> release.broken(COMPOSE, "127.0.0.1:8025:8025", "8025:8025"),
                        release -> release.broken(COMPOSE, "data: { internal: true }", "data: {}")),
                rule(
                        "nothing can take the whole machine",
                        DeploymentTest::unlimited,
                        release -> release.broken(
                                COMPOSE, "limits: { cpus: \"1\", memory: 256M }", "limits: { cpus: \"1\" }")),
                rule(
                        "compose asks for just what .env.example explains",
                        DeploymentTest::unexplainedVariables,
                        release -> release.broken(COMPOSE, "${ZONE}", "${TIME_ZONE}"),
                        release -> release.broken(SETTINGS, "ZONE=", "# ZONE=")),
                rule(
                        "the realm has no members, no client for scripts and no secret of its own",
                        DeploymentTest::realmFaults,
                        release -> release.broken(REALM, "\"users\": [", "\"users\": [{\"username\": \"asker\"},"),
                        release -> release.broken(REALM, "\"clientId\": \"hilft-sync\"", "\"clientId\": \"hilft-cli\""),
                        release -> release.broken(REALM, "\"${HILFT_KEYCLOAK_CLIENT_SECRET}\"", "\"open-sesame\""),
                        release -> release.broken(REALM, "${HILFT_VERIFY_EMAIL:true}", "${HILFT_VERIFY_EMAIL:false}"),
                        release -> release.broken(
                                REALM, "\"directAccessGrantsEnabled\": false", "\"directAccessGrantsEnabled\": true")),
                rule(
                        "Keycloak is given what the realm asks for",
                        DeploymentTest::unansweredPlaceholders,
                        release -> release.broken(REALM, "${HILFT_KEYCLOAK_CLIENT_SECRET}", "${HILFT_FORUM_SECRET}"),
                        release -> release.broken(COMPOSE, "      HILFT_BASE_URL:", "      HILFT_URL:"),
                        release -> release.broken(KEYCLOAK_START, "secrets/keycloak_client_secret", "secrets/forum")),
                rule(
                        "the proxy knows each node by the name that its sessions carry",
                        DeploymentTest::unknownNodes,
                        release -> release.broken(PROXY, "forum-2:8080", "forum-3:8080"),
                        release -> release.broken(PROXY, "\\.forum-1(", "\\.forum-one("),
                        release -> release.broken(COMPOSE, "jvmRoute=forum-2", "jvmRoute=forum-1")),
                rule(
                        "metrics and health are closed from outside",
                        DeploymentTest::openMetrics,
                        release -> release.broken(
                                PROXY, "handle @closed {\n\t\trespond 404", "handle @closed {\n\t\trespond 200"),
                        release -> release.broken(PROXY, "@closed path /metrics /metrics/*", "@closed path")),
                rule(
                        "a node is not killed while it drains",
                        DeploymentTest::shortGrace,
                        release -> release.broken(COMPOSE, "stop_grace_period: 40s", "stop_grace_period: 10s"),
                        release -> release.broken(PROXY, "health_interval 2s", "health_interval 20s")),
                rule(
                        "a node that drains still has its pages",
                        DeploymentTest::fleetingFolders,
                        release -> release.broken("docker/forum/Dockerfile", "\"--rootdir\", \"/tmp/payara\",", "")),
                rule(
                        "scripts can be read by their shell",
                        DeploymentTest::brokenScripts,
                        release -> release.broken(SECRETS, "write() {", "write() {{")),
                rule(
                        "images are built from what is there",
                        DeploymentTest::missingSources,
                        release -> release.broken(
                                "docker/keycloak/Dockerfile", "keycloak/realm.json", "keycloak/hilft.json"),
                        release -> release.broken("docker/forum/Dockerfile", "docker/payara/", "docker/micro/")),
                rule(
                        "the tested Keycloak is the deployed one",
                        DeploymentTest::otherKeycloak,
                        release -> release.broken(POM, "<keycloak.version>26.7.3", "<keycloak.version>27.0.0")));
    }

    @SafeVarargs
    private static Arguments rule(
            String name, Function<Deployment, List<String>> violations, UnaryOperator<Deployment>... mistakes) {
        return Arguments.of(name, violations, List.of(mistakes));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, Function<Deployment, List<String>> violations, List<UnaryOperator<Deployment>> mistakes) {
        assertThat(violations.apply(RELEASE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void canFail(String name, Function<Deployment, List<String>> violations, List<UnaryOperator<Deployment>> mistakes) {
        assertThat(mistakes)
                .isNotEmpty()
                .allSatisfy(mistake ->
                        assertThat(violations.apply(mistake.apply(RELEASE))).isNotEmpty());
    }

    private static List<String> unknownNames(Deployment deployment) {
        var known = new TreeSet<String>();
        for (var row : rows(deployment)) {
            known.add(variable(row.group(1)));
            if (row.group(2).contains(".file") || isAccount(row.group(1))) {
                known.add(variable(row.group(1)) + "_FILE");
            }
        }
        return deployment.nodes().stream()
                .flatMap(node -> node.environment().keySet().stream())
                .filter(name -> name.startsWith("HILFT_") && !known.contains(name))
                .distinct()
                .toList();
    }

    private static boolean isAccount(String name) {
        return name.endsWith(".user");
    }

    private static List<String> missingNames(Deployment deployment) {
        var set = deployment.nodes().get(0).environment().keySet();
        return rows(deployment).stream()
                .filter(DeploymentTest::isRequired)
                .map(row -> variable(row.group(1)))
                .filter(name -> !set.contains(name) && !set.contains(name + "_FILE"))
                .toList();
    }

    /** A default of the developer's machine, an empty secret, or a thing that nobody sees missing. */
    private static boolean isRequired(MatchResult row) {
        var standard = row.group(3);
        return standard.contains("localhost")
                || standard.contains("127.0.0.1")
                || (row.group(2).startsWith("secret") && standard.equals("empty"))
                || Set.of("hilft.secret-key", "hilft.proxy.hops", "hilft.migration.user")
                        .contains(row.group(1));
    }

    private static List<MatchResult> rows(Deployment deployment) {
        return ROW.matcher(deployment.text(README)).results().toList();
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static List<String> unlikeNodes(Deployment deployment) {
        var first = deployment.nodes().get(0);
        return deployment.nodes().stream()
                .filter(node -> !likeOthers(node).equals(likeOthers(first)))
                .map(Service::name)
                .toList();
    }

    private static Map<String, Object> likeOthers(Service node) {
        var options = new HashMap<>(node.options());
        var environment = new HashMap<>(node.environment());
        environment.remove("JAVA_TOOL_OPTIONS");
        options.put("environment", environment);
        options.put("volumes", volumes(node).filter(volume -> !isIndex(volume)).toList());
        options.keySet().removeAll(Set.of("hostname", "depends_on"));
        return options;
    }

    private static List<String> sharedIndexes(Deployment deployment) {
        var taken = new TreeSet<String>();
        return deployment.nodes().stream()
                .filter(node -> !"/search".equals(node.environment().get("HILFT_SEARCH_DIRECTORY"))
                        || volumes(node)
                                        .filter(DeploymentTest::isIndex)
                                        .filter(taken::add)
                                        .count()
                                != 1)
                .map(Service::name)
                .toList();
    }

    private static List<String> ownPictures(Deployment deployment) {
        return deployment.nodes().stream()
                .filter(node -> !"/attachments".equals(node.environment().get("HILFT_ATTACHMENT_DIRECTORY"))
                        || volumes(node).noneMatch("attachments:/attachments"::equals))
                .map(Service::name)
                .toList();
    }

    private static Stream<String> volumes(Service node) {
        return node.options().get("volumes") instanceof List<?> volumes
                ? volumes.stream().map(String::valueOf)
                : Stream.of();
    }

    private static boolean isIndex(String volume) {
        return volume.endsWith(":/search");
    }

    private static List<String> openSecrets(Deployment deployment) {
        var problems = new ArrayList<String>();
        var files = Deployment.map(deployment.compose().get("secrets"));
        files.forEach((name, source) -> {
            if (!source.equals(Map.of("file", "secrets/" + name))) {
                problems.add(name + " is no file");
            }
            if (!Pattern.compile("\\b" + name + "\\b")
                    .matcher(deployment.text(SECRETS))
                    .find()) {
                problems.add(name + " is not made by secrets.sh");
            }
        });
        for (var service : deployment.services()) {
            var given = service.all("secrets");
            given.stream()
                    .filter(name -> !files.containsKey(name))
                    .forEach(name -> problems.add(service.name() + " is promised " + name));
            service.environment().forEach((name, value) -> {
                if (SECRET.matcher(name).find()
                        && !(name.endsWith("_FILE") && given.contains(value.replace("/run/secrets/", "")))) {
                    problems.add(service.name() + " " + name);
                }
            });
        }
        deployment.settings().keySet().stream()
                .filter(name -> SECRET.matcher(name).find())
                .forEach(problems::add);
        return problems;
    }

    private static List<String> floatingImages(Deployment deployment) {
        var problems = new ArrayList<String>();
        for (var service : deployment.services()) {
            if (!PINNED.matcher(service.image()).matches()) {
                problems.add(service.image());
            }
            if (service.isBuiltHere()) {
                instructions(deployment.text(service.dockerfile()), "FROM")
                        .map(from -> from.split("\\s+")[0])
                        .filter(image -> !PINNED.matcher(image).matches())
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private static Stream<String> instructions(String dockerfile, String name) {
        return dockerfile
                .replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip());
    }

    private static List<String> roots(Deployment deployment) {
        var problems = new ArrayList<String>();
        for (var service : deployment.services()) {
            if (!user(deployment, service).matches(NOT_ROOT)) {
                problems.add(service.name() + " runs as root");
            }
            if (!service.all("cap_drop").equals(List.of("ALL"))
                    || !service.all("security_opt").contains("no-new-privileges:true")
                    || service.options().containsKey("privileged")) {
                problems.add(service.name() + " can become root");
            }
        }
        return problems;
    }

    private static String user(Deployment deployment, Service service) {
        if (service.options().containsKey("user") || !service.isBuiltHere()) {
            return String.valueOf(service.options().get("user"));
        }
        return instructions(deployment.text(service.dockerfile()), "USER")
                .reduce((earlier, later) -> later)
                .orElse("root");
    }

    private static List<String> writable(Deployment deployment) {
        return names(
                deployment, service -> !Boolean.TRUE.equals(service.options().get("read_only")));
    }

    private static List<String> withoutHealth(Deployment deployment) {
        return names(
                deployment,
                service -> !service.options().containsKey("healthcheck")
                        && !(service.isBuiltHere()
                                && instructions(deployment.text(service.dockerfile()), "HEALTHCHECK")
                                        .findAny()
                                        .isPresent()));
    }

    private static List<String> names(Deployment deployment, Function<Service, Boolean> isWrong) {
        return deployment.services().stream()
                .filter(isWrong::apply)
                .map(Service::name)
                .toList();
    }

    private static List<String> published(Deployment deployment) {
        var problems = new ArrayList<String>();
        for (var service : deployment.services()) {
            var isForTrying = service.all("profiles").contains("dev-mail");
            if (!service.name().equals("proxy")) {
                service.all("ports").stream()
                        .filter(port -> !(isForTrying && port.startsWith("127.0.0.1:")))
                        .forEach(port -> problems.add(service.name() + " publishes " + port));
            }
        }
        var networks = Deployment.map(deployment.compose().get("networks"));
        for (var name : deployment.service("mariadb").all("networks")) {
            if (!Boolean.TRUE.equals(Deployment.map(networks.get(name)).get("internal"))) {
                problems.add("the database is in " + name);
            }
        }
        return problems;
    }

    private static List<String> unlimited(Deployment deployment) {
        return names(deployment, service -> !service.limits().keySet().containsAll(Set.of("cpus", "memory")));
    }

    private static List<String> unexplainedVariables(Deployment deployment) {
        var asked = new TreeSet<>(deployment.variables());
        var explained = deployment.settings().keySet();
        return Stream.concat(
                        asked.stream().filter(name -> !explained.contains(name)),
                        explained.stream().filter(name -> !asked.contains(name)))
                .toList();
    }

    private static List<String> realmFaults(Deployment deployment) {
        var problems = new ArrayList<String>();
        var realm = JsonParser.parseString(deployment.text(REALM)).getAsJsonObject();
        for (var user : objects(realm, "users")) {
            if (!user.has("serviceAccountClientId")) {
                problems.add("member " + user.get("username"));
            }
        }
        for (var client : objects(realm, "clients")) {
            if (client.get("clientId").getAsString().equals("hilft-cli")
                    || client.get("directAccessGrantsEnabled").getAsBoolean()
                    || client.get("publicClient").getAsBoolean()) {
                problems.add("client " + client.get("clientId"));
            }
            if (!client.get("secret").getAsString().matches("\\$\\{HILFT_[A-Z_]+}")) {
                problems.add("secret of " + client.get("clientId"));
            }
        }
        if (!realm.get("verifyEmail").getAsString().equals("${HILFT_VERIFY_EMAIL:true}")) {
            problems.add("addresses are not verified");
        }
        return problems;
    }

    private static List<JsonObject> objects(JsonObject object, String name) {
        return object.getAsJsonArray(name).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static List<String> unansweredPlaceholders(Deployment deployment) {
        var optional = new TreeMap<String, Boolean>();
        PLACEHOLDER
                .matcher(deployment.text(REALM))
                .results()
                .forEach(found -> optional.merge(found.group(1), found.group(2) != null, Boolean::logicalAnd));
        var keycloak = deployment.service("keycloak");
        var given = new TreeSet<>(keycloak.environment().keySet());
        var start = deployment.text(KEYCLOAK_START);
        var problems = new ArrayList<String>();
        Pattern.compile("(?m)^([A-Z_]+)=\\$\\(cat \"\\$secrets/([a-z_]+)\"\\)")
                .matcher(start)
                .results()
                .forEach(read -> {
                    given.add(read.group(1));
                    if (!keycloak.all("secrets").contains(read.group(2))) {
                        problems.add(read.group(2) + " is read but not handed out");
                    }
                });
        optional.forEach((name, hasDefault) -> {
            if (!hasDefault && !given.contains(name)) {
                problems.add(name + " is not set");
            }
        });
        given.stream()
                .filter(name -> name.startsWith("HILFT_") && !optional.containsKey(name))
                .forEach(name -> problems.add(name + " is asked for by nobody"));
        return problems;
    }

    private static List<String> unknownNodes(Deployment deployment) {
        var proxy = deployment.text(PROXY);
        return deployment.nodes().stream()
                .filter(node -> proxy.split(Pattern.quote(":" + node.name() + ":8080"), -1).length != 4
                        || !proxy.contains("JSESSIONID=[^;]*\\." + node.name() + "(;|$)")
                        || !node.environment()
                                .getOrDefault("JAVA_TOOL_OPTIONS", "")
                                .equals("-DjvmRoute=" + node.name()))
                .map(Service::name)
                .toList();
    }

    private static List<String> openMetrics(Deployment deployment) {
        var proxy = deployment.text(PROXY);
        var closed = Pattern.compile("@closed path (.*)\\s+handle @closed \\{\\s+respond 404\\s+}")
                .matcher(proxy);
        var paths = closed.find() ? List.of(closed.group(1).split(" ")) : List.<String>of();
        return Stream.of("/metrics", "/metrics/*", "/health", "/health/*")
                .filter(path -> !paths.contains(path))
                .toList();
    }

    /** In seconds: the proxy must have seen it before the node goes, and the node must be gone before it is killed. */
    private static List<String> shortGrace(Deployment deployment) {
        var proxy = deployment.text(PROXY);
        var notice = number(proxy, "health_interval (\\d+)s") + number(proxy, "health_timeout (\\d+)s");
        var problems = new ArrayList<String>();
        for (var node : deployment.nodes()) {
            var grace = number(deployment.text(node.dockerfile()), "\"--shutdowngrace\", \"(\\d+)000\"");
            var killed = number(String.valueOf(node.options().get("stop_grace_period")), "(\\d+)s");
            if (grace < notice + 2 || killed < grace + 15) {
                problems.add(node.name() + ": " + notice + " " + grace + " " + killed);
            }
        }
        return problems;
    }

    /** Payara deletes a folder of its own choice as soon as it is told to stop, whatever grace it is given. */
    private static List<String> fleetingFolders(Deployment deployment) {
        return deployment.nodes().stream()
                .map(Service::dockerfile)
                .filter(file -> !deployment.text(file).contains("\"--rootdir\", \"/tmp/"))
                .toList();
    }

    private static int number(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static List<String> brokenScripts(Deployment deployment) {
        var problems = new ArrayList<String>();
        for (var script : deployment.files(".sh")) {
            var text = deployment.text(script);
            var shell = text.startsWith("#!/bin/bash") ? "bash" : "sh";
            problems.addAll(complaints(script, text, shell, "-n"));
            if (isInstalled("shellcheck")) {
                problems.addAll(complaints(script, text, "shellcheck", "--shell=" + shell, "-"));
            }
        }
        return problems;
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Path.of(folder, tool).toFile().canExecute());
    }

    private static List<String> complaints(String script, String text, String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? List.of() : List.of(script + ": " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> missingSources(Deployment deployment) {
        var problems = new ArrayList<String>();
        for (var service : deployment.services()) {
            if (service.isBuiltHere()) {
                instructions(deployment.text(service.dockerfile()), "COPY")
                        .filter(copy -> !copy.contains("--from="))
                        .map(copy -> List.of(copy.replaceAll("--\\S+ ", "").split("\\s+")))
                        .flatMap(paths -> paths.subList(0, paths.size() - 1).stream())
                        .filter(source -> !deployment.exists(service.context(), source))
                        .forEach(source -> problems.add(service.dockerfile() + " copies " + source));
            }
        }
        return problems;
    }

    private static List<String> otherKeycloak(Deployment deployment) {
        var tested = Pattern.compile("<keycloak.version>([^<]+)<").matcher(deployment.text(POM));
        var version = tested.find() ? tested.group(1) : "none";
        return instructions(deployment.text("docker/keycloak/Dockerfile"), "FROM")
                .filter(from -> !from.split("\\s+")[0].endsWith(":" + version))
                .toList();
    }
}
