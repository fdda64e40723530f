package hilft.web.faces;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordElResolverTest {
    private final RecordElResolver resolver = new RecordElResolver();
    private final ELContext context = new NoVariables();

    @Test
    void aComponentIsReadByItsName() {
        assertThat(resolver.getValue(context, new Row("Titel", Optional.empty()), "title"))
                .isEqualTo("Titel");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void aClaimIsReadByItsName() {
        assertThat(resolver.getValue(context, new Row("", Optional.empty()), "isUntitled"))
                .isEqualTo(true);
    }

    @Test
    void anOptionalIsItsValueOrNull() {
        assertThat(resolver.getValue(context, new Row("", Optional.of("gut")), "note"))
                .isEqualTo("gut");
        assertThat(resolver.getValue(context, new Row("", Optional.empty()), "note"))
                .isNull();
    }

    @Test
    void anEnumIsReadEvenWhenItsConstantHasABody() {
        assertThat(resolver.getValue(context, Kind.LOUD, "label")).isEqualTo("loud");
    }

    @Test
    void whatIsNoRecordIsLeftToOthers() {
        assertThat(resolver.getValue(context, "text", "length")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void anUnknownNameIsLeftUnresolvedSoThatThePageFails() {
        resolver.getValue(context, new Row("", Optional.empty()), "titel");
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void nothingIsWritten() {
        Row row = new Row("", Optional.empty());
        assertThatThrownBy(() -> resolver.setValue(context, row, "title", "x"))
                .isInstanceOf(PropertyNotWritableException.class);
    }

    public record Row(String title, Optional<String> note) {
        public boolean isUntitled() {
            return title.isEmpty();
        }
    }

    public enum Kind {
        LOUD {
            @Override
            public String label() {
                return "loud";
            }
        };

        public abstract String label();
    }

    @SuppressWarnings("NullAway")
    private static final class NoVariables extends ELContext {
        @Override
        public ELResolver getELResolver() {
            return null;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    }
}
