package hilft.stack;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RealmUpdateTest {
    @Test
    void placeholdersBecomeTheEnvironmentOrTheirDefaultAsInKeycloak() {
        var realm = "{\"rootUrl\": \"${HILFT_BASE_URL:http://localhost:8080}/x\", \"verify\": \"${HILFT_VERIFY:true}\","
                + " \"secret\": \"${HILFT_SECRET}\", \"label\": \"${displayName}\"}";
        assertThat(RealmUpdate.resolve(realm, Map.of("HILFT_SECRET", "a$1", "HILFT_VERIFY", "false")))
                .isEqualTo("{\"rootUrl\": \"http://localhost:8080/x\", \"verify\": \"false\","
                        + " \"secret\": \"a$1\", \"label\": \"${displayName}\"}");
    }
}
