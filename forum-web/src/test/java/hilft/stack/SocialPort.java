package hilft.stack;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The HTTP server of the stack's own pages; it can be closed for a while, as when the outside world is down. */
final class SocialPort {
    private final int port;
    private final Map<String, HttpHandler> contexts = new LinkedHashMap<>();
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    SocialPort(int port) {
        this.port = port;
    }

    /** From the next opening on, requests below the path are answered by the handler; the longest path wins. */
    void serve(String path, HttpHandler handler) {
        contexts.put(path, handler);
    }

    synchronized void open() {
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var workers = Executors.newCachedThreadPool();
            opened.setExecutor(workers);
            contexts.forEach(opened::createContext);
            opened.start();
            server = opened;
            threads = workers;
        } catch (IOException e) {
            throw new StackProblem(
                    "The social simulator and mail page cannot listen on port " + port, "use another -Dhilft.port", e);
        }
    }

    /** Ends every connection at once; from now on nobody answers. */
    synchronized void close() {
        if (server != null && threads != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
            threads = null;
        }
    }
}
