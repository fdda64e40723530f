package hilft.forum.similar;

import hilft.forum.search.index.IndexedThread;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Threads, and questions of which people said which threads ask the same; none for a question that nobody answered. */
record LabelledSet(String name, List<IndexedThread> threads, List<Asked> questions) {

    record Asked(String text, Set<Long> same) {}

    /** Questions of one set with the threads of another, in the folder that is shared; empty where it is not there. */
    static Optional<LabelledSet> shared(String name, String questionsOf, String threadsOf, String language) {
        Path data = sharedFolder().resolve("data");
        if (!Files.isReadable(data.resolve(questionsOf).resolve("queries.tsv"))
                || !Files.isReadable(data.resolve(threadsOf).resolve("docs.tsv"))) {
            return Optional.empty();
        }
        Map<String, Long> ids = new HashMap<>();
        List<IndexedThread> threads = new ArrayList<>();
        for (String[] thread : rows(data.resolve(threadsOf).resolve("docs.tsv"))) {
            long id = threads.size() + 1;
            ids.put(thread[0], id);
            String solution = thread.length > 2 && !thread[2].isEmpty() ? thread[2] : null;
            threads.add(IndexedThread.solved(id, language, thread[1], solution));
        }
        Map<String, Set<Long>> same = new HashMap<>();
        for (String[] label : rows(data.resolve(questionsOf).resolve("qrels.tsv"))) {
            Long thread = ids.get(label[2]);
            if (thread != null) {
                same.computeIfAbsent(label[0], q -> new HashSet<>()).add(thread);
            }
        }
        List<Asked> questions = rows(data.resolve(questionsOf).resolve("queries.tsv")).stream()
                .map(question -> new Asked(question[1], same.getOrDefault(question[0], Set.of())))
                .toList();
        return Optional.of(new LabelledSet(name, threads, questions));
    }

    /** The set that comes with the forum: telecom, both languages, each asked in either. */
    static LabelledSet telecom() {
        Map<String, Long> ids = new HashMap<>();
        List<IndexedThread> threads = new ArrayList<>();
        for (String[] thread : rows(resource("telecom-threads.tsv"))) {
            long id = threads.size() + 1;
            ids.put(thread[0], id);
            threads.add(IndexedThread.solved(id, thread[1], thread[2], thread[3]));
        }
        List<Asked> questions = new ArrayList<>();
        for (String[] question : rows(resource("telecom-questions.tsv"))) {
            Long same = ids.get(question[1]);
            questions.add(new Asked(question[2], same == null ? Set.of() : Set.of(same)));
        }
        return new LabelledSet("telecom", threads, questions);
    }

    /** Only the questions that some thread answers. */
    LabelledSet answered() {
        return new LabelledSet(
                name,
                threads,
                questions.stream().filter(asked -> !asked.same().isEmpty()).toList());
    }

    /** Every so many questions. */
    LabelledSet every(int step) {
        List<Asked> some = new ArrayList<>();
        for (int i = 0; i < questions.size(); i += step) {
            some.add(questions.get(i));
        }
        return new LabelledSet(name, threads, some);
    }

    private static List<String[]> rows(Path file) {
        try {
            return rows(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = LabelledSet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sharedFolder() {
        String configured = System.getenv("HILFT_SHARED");
        return configured != null
                ? Path.of(configured)
                : Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                        .takeWhile(folder -> folder != null)
                        .filter(folder -> Files.isDirectory(folder.resolve("forum-domain")))
                        .map(checkout -> checkout.resolveSibling("shared"))
                        .findFirst()
                        .orElse(Path.of("../shared"));
    }
}
