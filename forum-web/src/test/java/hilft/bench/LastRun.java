package hilft.bench;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was measured the last time, kept as JSON: the name of a row to its figures. */
final class LastRun {
    private static final Gson GSON = new Gson();

    private LastRun() {}

    static Map<String, Row> read(Path file) throws IOException {
        Map<String, Row> rows = new HashMap<>();
        if (Files.exists(file)) {
            for (var entry : JsonParser.parseString(Files.readString(file))
                    .getAsJsonObject()
                    .entrySet()) {
                rows.put(entry.getKey(), row(entry.getKey(), entry.getValue().getAsJsonObject()));
            }
        }
        return rows;
    }

    private static Row row(String name, JsonObject figures) {
        return new Row(
                name,
                figures.get("rate").getAsDouble(),
                figures.get("p50").getAsDouble(),
                figures.has("p95") ? figures.get("p95").getAsDouble() : 0,
                figures.get("p99").getAsDouble(),
                figures.get("errors").getAsLong(),
                figures.get("cpu").getAsDouble(),
                figures.get("statements").getAsDouble(),
                figures.get("ratio").getAsDouble());
    }

    static void write(Path file, List<Row> rows) throws IOException {
        var all = new JsonObject();
        for (var row : rows) {
            var figures = new JsonObject();
            figures.addProperty("rate", row.rate());
            figures.addProperty("p50", row.p50());
            figures.addProperty("p95", row.p95());
            figures.addProperty("p99", row.p99());
            figures.addProperty("errors", row.errors());
            figures.addProperty("cpu", row.cpu());
            figures.addProperty("statements", row.statements());
            figures.addProperty("ratio", row.ratio());
            all.add(row.name(), figures);
        }
        Files.writeString(file, GSON.toJson(all));
    }
}
