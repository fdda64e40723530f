package hilft.forum.shared;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PagingThroughAListTest {

    @Test
    void aFullPageLeadsToTheNext() {
        Page<Long> page = Page.of(List.of(9L, 8L, 7L), 2, id -> new Cursor(-5, id));

        assertThat(page.items()).containsExactly(9L, 8L);
        assertThat(Cursor.decode(page.next())).contains(new Cursor(-5, 8));
    }

    @Test
    void theLastPageLeadsNowhere() {
        assertThat(Page.of(List.of(9L, 8L), 2, id -> new Cursor(0, id)).next()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "!!!", "MQ", "LjE", "MS5h", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OS4x"})
    void whatIsNoCursorOfOursStartsAtTheBeginning(String after) {
        assertThat(Cursor.decode(after)).isEmpty();
    }
}
