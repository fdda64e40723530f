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

/**
 * A small English model that runs in this process. Model and runtime are libraries of the server, not of the WAR: where
 * they are missing there is none, and the forum runs without.
 */
final class OnnxEmbedder implements Embedder {

    private static final Logger LOG = Logger.getLogger(OnnxEmbedder.class.getName());

    private static final String MODEL = "bge-small-en-v1.5-q";
    private static final int DIMENSION = 384;

    /** A question has far fewer pieces; what comes after hardly changes a vector but costs time by its square. */
    private static final int PIECES_MAX = 128;

    /** Each works on one core: more at once would only wait for each other. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    private OnnxEmbedder(OrtEnvironment environment, OrtSession session, WordPiece pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Loads the model, which takes about half a second and 150 MB; empty where it is not installed or cannot run. */
    static Optional<Embedder> load() {
        try {
            return Optional.of(open());
        } catch (IOException | OrtException | RuntimeException e) {
            LOG.log(Level.WARNING, "The language model cannot be loaded: same questions are found by words alone.", e);
        } catch (LinkageError e) {
            LOG.log(Level.FINE, "No runtime for language models is installed.", e);
        }
        return Optional.empty();
    }

    private static OnnxEmbedder open() throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (InputStream tokenizer = resource(MODEL + "-tokenizer.json");
                InputStream model = resource(MODEL + ".onnx");
                SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new OnnxEmbedder(
                    environment, environment.createSession(model.readAllBytes(), options), WordPiece.read(tokenizer));
        }
    }

    /** The libraries of the server are asked, which the loader of the WAR leads to. */
    private static InputStream resource(String name) throws IOException {
        InputStream found = OrtSession.class.getClassLoader().getResourceAsStream(name);
        if (found == null) {
            found = OnnxEmbedder.class.getClassLoader().getResourceAsStream(name);
        }
        if (found == null) {
            throw new IOException(name + " is not among the libraries");
        }
        return found;
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public boolean knowsGerman() {
        return false;
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
            return Vector.unit(run(pieces.ids(text, PIECES_MAX)));
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

    /** What the model says of the sign of start stands for the whole text. */
    private float[] run(long[] ids) throws OrtException {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = tensor(ids);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[ids.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return states[0][0];
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    @Override
    public void close() {
        try {
            free.acquireUninterruptibly(AT_ONCE);
            session.close();
        } catch (OrtException e) {
            LOG.log(Level.FINE, "The language model was not closed", e);
        }
    }
}
