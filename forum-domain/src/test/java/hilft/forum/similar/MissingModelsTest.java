package hilft.forum.similar;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A server beside which no models stand. */
class MissingModelsTest {

    private static final String SIMILAR = "hilft.forum.similar.";

    /** Loads this package anew and knows no runtime of models. */
    private static final class Bare extends ClassLoader {

        Bare() {
            super(MissingModelsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("ai.onnxruntime.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(SIMILAR)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void theForumGoesOnWithoutThem() throws ReflectiveOperationException {
        Method builtIn = new Bare().loadClass(SIMILAR + "LanguageModels").getDeclaredMethod("builtIn");
        builtIn.setAccessible(true);
        @Nullable Object embedder = builtIn.invoke(null);
        assertThat(embedder).isNull();
    }
}
