package hilft.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the forum's container starts its virtual machine, read from its own files, so that what is measured is what is deployed. */
record Container(String dockerfile, String compose) {
    private static final Pattern OPTION = Pattern.compile("(?m)^\\s*\"(-X[^\"]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^ENV (MALLOC_\\w+)=(\\S+)$");
    private static final Pattern SHARE = Pattern.compile("-XX:MaxRAMPercentage=(\\d+)");
    private static final Pattern LIMIT = Pattern.compile("(?s)x-forum:.*?limits: \\{[^}]*memory: (\\d+)M");

    static Container read(Path docker) {
        try {
            return new Container(
                    Files.readString(docker.resolve("forum/Dockerfile")),
                    Files.readString(docker.resolve("compose.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The options, its share of the container's memory told in megabytes, because this machine has more, and nothing asked
     * of a virtual machine older than the container's that it does not know.
     */
    List<String> javaOptions() {
        return Stream.concat(Stream.of("-XX:+IgnoreUnrecognizedVMOptions"), options())
                .toList();
    }

    private Stream<String> options() {
        return OPTION.matcher(dockerfile)
                .results()
                .map(option -> option.group(1))
                .map(option -> SHARE.matcher(option)
                        .replaceFirst(share -> "-Xmx" + megabytes() * Integer.parseInt(share.group(1)) / 100 + "m"));
    }

    private int megabytes() {
        return LIMIT.matcher(compose)
                .results()
                .map(limit -> Integer.parseInt(limit.group(1)))
                .findFirst()
                .orElseThrow();
    }

    /** What the C library is told about memory. */
    Map<String, String> environment() {
        return VARIABLE.matcher(dockerfile)
                .results()
                .collect(Collectors.toMap((MatchResult variable) -> variable.group(1), variable -> variable.group(2)));
    }
}
