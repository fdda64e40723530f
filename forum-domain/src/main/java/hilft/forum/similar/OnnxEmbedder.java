package hilft.forum.similar;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Small English models that run in this process, their vectors joined to one. Models and runtime are libraries of the
 * server, not of the WAR: where they are missing there is none, and the forum runs without.
 */
final class OnnxEmbedder implements Embedder {

    private static final Logger LOG = Logger.getLogger(OnnxEmbedder.class.getName());

    private static final int DIMENSION_OF_EACH = 384;

    /** A question has far fewer pieces; what comes after hardly changes a vector but costs time by its square. */
    private static final int PIECES_MAX = 128;

    /** Each run works on one core: more at once would only wait for each other. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors());

    /** Two that were trained on other texts err in other places. The weight is the share in a likeness. */
    private enum Model {
        BGE("bge-small-en-v1.5-q", false, 1),
        MINILM("all-minilm-l6-v2-q", true, 0.25);

        final String resource;
        final boolean meanOfPieces;
        final double weight;

        Model(String resource, boolean meanOfPieces, double weight) {
            this.resource = resource;
            this.meanOfPieces = meanOfPieces;
            this.weight = weight;
        }
    }

    private record Loaded(Model model, OrtSession session, WordPiece pieces) {}

    private final OrtEnvironment environment;
    private final List<Loaded> models;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    private OnnxEmbedder(OrtEnvironment environment, List<Loaded> models) {
        this.environment = environment;
        this.models = models;
    }

    /** Loads the models, which takes about a second; empty where they are not installed or cannot run. */
    static Optional<Embedder> load() {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            List<Loaded> models = new ArrayList<>();
            for (Model model : Model.values()) {
                Loaded loaded = load(model, environment);
                if (loaded != null) {
                    models.add(loaded);
                }
            }
            return models.isEmpty() ? Optional.empty() : Optional.of(new OnnxEmbedder(environment, models));
        } catch (IOException | OrtException | RuntimeException e) {
            LOG.log(Level.WARNING, "The language models cannot be loaded: same questions are found by words alone.", e);
        } catch (LinkageError e) {
            LOG.log(Level.INFO, "No language models are installed: same questions are found by words alone.");
            LOG.log(Level.FINE, "The runtime is missing.", e);
        }
        return Optional.empty();
    }

    private static @Nullable Loaded load(Model model, OrtEnvironment environment) throws IOException, OrtException {
        try (InputStream tokenizer = resource(model.resource + "-tokenizer.json");
                InputStream weights = resource(model.resource + ".onnx");
                SessionOptions options = new SessionOptions()) {
            if (tokenizer == null || weights == null) {
                return null;
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new Loaded(
                    model, environment.createSession(weights.readAllBytes(), options), WordPiece.read(tokenizer));
        }
    }

    /** The libraries of the server are asked, to which the loader of the WAR leads. */
    private static @Nullable InputStream resource(String name) {
        InputStream found = OrtSession.class.getClassLoader().getResourceAsStream(name);
        return found != null ? found : OnnxEmbedder.class.getClassLoader().getResourceAsStream(name);
    }

    @Override
    public String model() {
        return models.stream().map(loaded -> loaded.model().resource).collect(Collectors.joining("+"));
    }

    @Override
    public int dimension() {
        return DIMENSION_OF_EACH * models.size();
    }

    @Override
    public boolean knowsGerman() {
        return false;
    }

    @Override
    public Map<String, Integer> vocabulary() {
        return models.get(0).pieces().words();
    }

    @Override
    public List<float[]> embed(List<String> texts, boolean asked, Duration patience) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            vectors.add(embed(text, patience));
        }
        return vectors;
    }

    private float[] embed(String text, Duration patience) {
        boolean mayRun = false;
        try {
            mayRun = free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!mayRun) {
                throw new EmbedderProblem(EmbedderProblem.Reason.BUSY, "The language model is busy");
            }
            return joined(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbedderProblem(EmbedderProblem.Reason.BUSY, "Interrupted while waiting for the model", e);
        } catch (OrtException e) {
            throw new EmbedderProblem(EmbedderProblem.Reason.UNREADABLE, "The language model failed", e);
        } finally {
            if (mayRun) {
                free.release();
            }
        }
    }

    /** The likeness of two joined vectors is the weighted mean of their likenesses. */
    private float[] joined(String text) throws OrtException {
        float[] joined = new float[dimension()];
        for (int i = 0; i < models.size(); i++) {
            Loaded loaded = models.get(i);
            float[] vector = Vector.unit(run(loaded, loaded.pieces().ids(text, PIECES_MAX)));
            float factor = (float) Math.sqrt(loaded.model().weight);
            for (int j = 0; j < vector.length; j++) {
                joined[i * DIMENSION_OF_EACH + j] = factor * vector[j];
            }
        }
        return Vector.unit(joined);
    }

    private float[] run(Loaded loaded, long[] ids) throws OrtException {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = tensor(ids);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[ids.length]);
                OrtSession.Result result = loaded.session()
                        .run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            float[][] states = ((float[][][]) result.get(0).getValue())[0];
            // what BGE says of the sign of start stands for the whole text
            return loaded.model().meanOfPieces ? Vector.sum(states) : states[0];
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    @Override
    public void close() {
        free.acquireUninterruptibly(AT_ONCE);
        for (Loaded loaded : models) {
            try {
                loaded.session().close();
            } catch (OrtException e) {
                LOG.log(Level.FINE, "A language model was not closed", e);
            }
        }
    }
}
