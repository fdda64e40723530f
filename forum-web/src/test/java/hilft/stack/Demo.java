package hilft.stack;

import hilft.stack.demo.DemoContent;
import hilft.stack.demo.EventContent;
import hilft.stack.demo.OutsideContent;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Pdemo}: the whole forum with content, until Ctrl-C. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        var progress = Progress.loud();
        try {
            var port = port();
            var started = System.nanoTime();
            progress.say("Hilft starts in " + Project.root().resolve(".hilft"));
            var stack = Stack.in(Project.root().resolve(".hilft"))
                    .ports(Ports.fixed(port))
                    .withDemoRealm()
                    .with("HILFT_LEGAL_DIRECTORY", legalTexts())
                    .javaOptions("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                    .loudly()
                    .onLoss(Demo::fail)
                    .start();
            DemoContent.load(stack);
            EventContent.load(stack);
            OutsideContent.load(stack);
            var outside = "http://localhost:" + stack.ports().social();
            progress.say("  Mails are caught at " + outside + "/dev/mail, X is played at " + outside);
            progress.say("  Everything was started in " + Progress.format(Progress.seconds(started)));
            progress.say("Hilft is ready: " + stack.url());
            new CountDownLatch(1).await();
        } catch (StackProblem problem) {
            fail(problem.getMessage());
        }
    }

    private static String legalTexts() {
        return Project.testClasses().resolve("demo/legal").toString();
    }

    private static int port() {
        var wanted = System.getProperty("hilft.port", "8080");
        try {
            return Integer.parseInt(wanted);
        } catch (NumberFormatException e) {
            throw new StackProblem("-Dhilft.port=" + wanted + " is no number", "say for example -Dhilft.port=8090", e);
        }
    }

    @SuppressWarnings("SystemOut") // the console is where the cause belongs
    private static void fail(@org.jspecify.annotations.Nullable String sentence) {
        System.out.println("Hilft cannot run: " + sentence);
        System.exit(1);
    }
}
