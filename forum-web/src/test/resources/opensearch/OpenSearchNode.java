import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One node of OpenSearch until its process is told to end; it is compiled when it is started, for it needs Java 21. */
public final class OpenSearchNode {
    public static void main(String[] arguments) throws InterruptedException {
        var folder = arguments[0];
        var httpPort = arguments[1];
        var transportPort = arguments[2];
        var plugins = arguments[3];
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", httpPort);
            settings.put("transport.port", transportPort);
            settings.putList("discovery.seed_hosts");
            // a disk that is nearly full is nothing that is to be tried here
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                runner.close();
            } catch (java.io.IOException closing) {
                closing.printStackTrace();
            }
        }));
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(folder)
                .clusterName("hilft-" + httpPort)
                .numOfNode(1)
                .pluginTypes(plugins));
        Thread.currentThread().join();
    }
}
