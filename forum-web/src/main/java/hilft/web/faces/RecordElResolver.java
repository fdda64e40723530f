package hilft.web.faces;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets EL read records and enums: {@code #{row.title}} calls {@code title()}; an Optional reads as its value or null.
 */
public class RecordElResolver extends ELResolver {
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Stream.of(type.getMethods())
                    .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                    .filter(method -> method.getReturnType() != void.class && !method.isBridge())
                    .collect(Collectors.toMap(
                            Method::getName, Function.identity(), (one, other) -> one, ConcurrentHashMap::new));
        }
    };

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base == null || property == null || !isRead(base)) return null;
        Class<?> type = base instanceof Enum<?> constant ? constant.getDeclaringClass() : base.getClass();
        Method accessor = ACCESSORS.get(type).get(property.toString());
        if (accessor == null) return null;
        context.setPropertyResolved(base, property);
        try {
            Object value = accessor.invoke(base);
            return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        } catch (InvocationTargetException failed) {
            throw new ELException(failed.getCause());
        } catch (IllegalAccessException closed) {
            throw new ELException(closed);
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (base != null && isRead(base))
            throw new PropertyNotWritableException(base.getClass() + " cannot be written");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base == null || !isRead(base)) return false;
        context.setPropertyResolved(base, property);
        return true;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return isRead(base) ? String.class : null;
    }

    private static boolean isRead(@Nullable Object base) {
        return base instanceof Record || base instanceof Enum<?>;
    }
}
