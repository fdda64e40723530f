package hilft.web.faces.kept;

import jakarta.el.ExpressionFactory;
import jakarta.el.ValueExpression;
import jakarta.el.VariableMapper;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that a kept fragment knows: its value, and what speaks the language and is the same for everybody. A bean is
 * refused, because what it says is not in the key; any other name is an attribute that was not given to a tag.
 */
final class Given extends VariableMapper {

    private static final Set<String> SAME_FOR_ALL = Set.of("msg", "words", "assets");

    private final Map<String, ValueExpression> variables = new HashMap<>();
    private final Set<String> loops;
    private final ValueExpression nothing;

    Given(String name, ValueExpression value, Set<String> loops, ExpressionFactory expressions) {
        this.loops = loops;
        variables.put(name, value);
        nothing = expressions.createValueExpression(null, Object.class);
    }

    @Override
    public @Nullable ValueExpression resolveVariable(String name) {
        ValueExpression known = variables.get(name);
        if (known != null || SAME_FOR_ALL.contains(name) || loops.contains(name)) {
            return known;
        }
        if (!CDI.current().getBeanManager().getBeans(name).isEmpty()) {
            throw new FacesException("A kept fragment shows its value alone, and \"" + name + "\" is no part of it");
        }
        return nothing;
    }

    @Override
    public @Nullable ValueExpression setVariable(String name, @Nullable ValueExpression value) {
        return value == null ? variables.remove(name) : variables.put(name, value);
    }
}
