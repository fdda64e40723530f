package hilft.bench;

import hilft.stack.StackProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Requests as fast as the server answers them, sent by wrk, which costs little of the processor that it shares. */
final class Load {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern LATENCY = Pattern.compile("\\s(50|99)%\\s+([0-9.]+)(us|ms|s|m)\\s");
    private static final Pattern MICROSECONDS_95 = Pattern.compile("95% in (\\d+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
    private static final Map<String, Double> MILLISECONDS = Map.of("us", 0.001, "ms", 1.0, "s", 1000.0, "m", 60_000.0);

    /** What came back; latencies in milliseconds. */
    record Answered(long count, double rate, double p50, double p95, double p99, long errors) {}

    private final Path folder;
    private final String url;

    Load(Path folder, String url) {
        this.folder = folder;
        this.url = url;
    }

    Answered send(List<Request> requests, int connections, int seconds) {
        try {
            var script = Files.writeString(folder.resolve("load.lua"), script(requests));
            var wrk = new ProcessBuilder(
                            "wrk",
                            "-t" + Math.min(2, connections),
                            "-c" + connections,
                            "-d" + seconds + "s",
                            "--timeout",
                            "10s",
                            "--latency",
                            "-s",
                            script.toString(),
                            url)
                    .redirectErrorStream(true)
                    .start();
            var output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            wrk.waitFor();
            return read(output);
        } catch (IOException e) {
            throw new StackProblem(
                    "wrk cannot be run: " + e.getMessage(), "install it (Debian: apt-get install wrk)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stands in a body for a number that is another one each time it is sent. */
    static final String NUMBER = "##########";

    /** Each thread of wrk begins somewhere else in the list. */
    private static String script(List<Request> requests) {
        var lua = new StringBuilder("""
                local list = {}
                local numbered = {}
                local place = 0
                init = function(args)
                  math.randomseed(os.time() + tonumber(tostring(list):match("0x(%x+)"), 16) % 1000000007)
                """);
        for (var request : requests) {
            var headers = new StringBuilder();
            request.headers()
                    .forEach((name, value) -> headers.append("[%s] = %s, ".formatted(quote(name), quote(value))));
            lua.append("  list[#list + 1] = wrk.format(%s, %s, {%s}, %s)\n"
                    .formatted(
                            quote(request.method()),
                            quote(request.path()),
                            headers,
                            request.body() == null ? "nil" : quote(request.body())));
            if (request.body() != null && request.body().contains(NUMBER)) {
                lua.append("  numbered[#list] = true\n");
            }
        }
        return lua.append("""
                  place = math.random(#list)
                end
                request = function()
                  place = place % #list + 1
                  if not numbered[place] then return list[place] end
                  local number = string.format("%05d%05d", math.random(0, 99999), math.random(0, 99999))
                  return (list[place]:gsub("##########", number))
                end
                done = function(summary, latency, requests)
                  print("95% in " .. math.floor(latency:percentile(95)))
                end
                """).toString();
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static Answered read(String output) {
        var latencies = LATENCY.matcher(output);
        var p50 = 0.0;
        var p99 = 0.0;
        while (latencies.find()) {
            var value = Double.parseDouble(latencies.group(2)) * MILLISECONDS.getOrDefault(latencies.group(3), 1.0);
            if (latencies.group(1).equals("50")) {
                p50 = value;
            } else {
                p99 = value;
            }
        }
        var errors = 0L;
        for (var pattern : List.of(REFUSED, BROKEN)) {
            var found = pattern.matcher(output);
            if (found.find()) {
                for (int group = 1; group <= found.groupCount(); group++) {
                    errors += Long.parseLong(found.group(group));
                }
            }
        }
        return new Answered(
                (long) number(COUNT, output),
                number(RATE, output),
                p50,
                number(MICROSECONDS_95, output) / 1_000,
                p99,
                errors);
    }

    private static double number(Pattern pattern, String output) {
        var found = pattern.matcher(output);
        if (!found.find()) {
            throw new StackProblem("wrk said nothing to measure: " + output, "try the same request with curl");
        }
        return Double.parseDouble(found.group(1));
    }
}
