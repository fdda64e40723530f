package hilft.bench;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContainerTest {

    @Test
    void theHeapIsAShareOfWhatTheContainerHas() {
        var container = new Container("""
                ENV MALLOC_ARENA_MAX=2
                ENTRYPOINT ["java", \\
                    "-XX:MaxRAMPercentage=25", \\
                    "-XX:+UseG1GC", \\
                    "-Duser.timezone=UTC", \\
                """, """
                x-forum: &forum
                  deploy:
                    resources:
                      limits: { cpus: "2", memory: 1536M }
                services:
                  proxy:
                      limits: { cpus: "1", memory: 256M }
                """);
        assertThat(container.javaOptions())
                .containsExactly("-XX:+IgnoreUnrecognizedVMOptions", "-Xmx384m", "-XX:+UseG1GC");
        assertThat(container.environment()).isEqualTo(Map.of("MALLOC_ARENA_MAX", "2"));
    }

    @Test
    void theReleaseSaysHowLargeItsHeapIs() {
        var release = Container.read(Path.of("../docker"));
        assertThat(release.javaOptions()).anyMatch(option -> option.matches("-Xmx[1-9]\\d{2,3}m"));
        assertThat(release.environment()).containsKey("MALLOC_ARENA_MAX");
    }
}
