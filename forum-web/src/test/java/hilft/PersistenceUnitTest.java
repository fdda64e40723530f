package hilft;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PersistenceUnitTest {

    @Test
    void listsEveryEntityAndConverterOfBothJars() throws IOException {
        Set<String> mapped = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("hilft.forum", "hilft.rewards")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Converter.class))
                        .map(JavaClass::getFullName)
                        .collect(Collectors.toSet());

        assertThat(listed()).hasSizeGreaterThan(5).isEqualTo(mapped);
    }

    private static Set<String> listed() throws IOException {
        String unit = Files.readString(Path.of("src/main/resources/META-INF/persistence.xml"));
        return Pattern.compile("<class>(.*?)</class>")
                .matcher(unit)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }
}
