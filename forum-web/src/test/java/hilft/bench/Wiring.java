package hilft.bench;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/** Fills in what a container would inject, for reads that need no container. */
final class Wiring {
    private final Map<Class<?>, Object> made = new HashMap<>();

    Wiring(EntityManager entityManager) {
        made.put(EntityManager.class, entityManager);
    }

    <T> Wiring with(Class<T> type, T value) {
        made.put(type, value);
        return this;
    }

    <T> T make(Class<T> type) {
        var known = made.get(type);
        if (known != null) {
            return type.cast(known);
        }
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            var bean = constructor.newInstance();
            made.put(type, bean);
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(PersistenceContext.class)) {
                    field.setAccessible(true);
                    field.set(bean, make(field.getType()));
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " cannot be made without a container", e);
        }
    }
}
