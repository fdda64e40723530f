package hilft.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out from /proc which program listens on a port. */
final class Listeners {
    private static final String LISTEN = "0A";

    private Listeners() {}

    static String describe(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> inodes(Path.of(table), port).stream())
                .flatMap(inode -> owner(inode).stream())
                .findFirst()
                .map(process -> " by process " + process.pid() + " ("
                        + process.info().command().orElse("?") + ")")
                .orElse("");
    }

    private static List<String> inodes(Path table, int port) {
        try (var lines = Files.lines(table)) {
            var suffix = ":%04X".formatted(port);
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTEN))
                    .map(fields -> fields[9])
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<ProcessHandle> owner(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), "socket:[" + inode + "]"))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (var descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(descriptor -> target(descriptor).equals(socket));
        } catch (IOException | RuntimeException notOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
