package hilft.web.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Style sheets as one file, scripts and icons, held compressed under a path that changes with their content. */
@Named
@ApplicationScoped
public class Assets {
    private static final List<String> FIRST = List.of("layers.css", "reset.css", "tokens.css", "base.css");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "txt", "text/plain;charset=UTF-8",
            "png", "image/png");

    @Inject
    ServletContext context;

    @Inject
    Packing packing;

    private final Map<String, Asset> byName = new TreeMap<>();
    private String version = "";

    @PostConstruct
    void load() {
        byName.put("hilft.css", asset("hilft.css", styles("/resources/css/")));
        byName.put("console.css", asset("console.css", styles("/resources/css/console/")));
        for (String folder : List.of("js/", "part/")) {
            for (String path : files("/resources/" + folder)) {
                String name = folder + path.substring(path.lastIndexOf('/') + 1);
                byName.put(name, asset(name, read(path)));
            }
        }
        version = fingerprint();
    }

    /** The path all assets stand under, without a slash at its end. */
    public String getPath() {
        return "/assets/" + version;
    }

    /** What the name of an icon is appended to. */
    public String getIcons() {
        return getPath() + "/part/icons.svg#";
    }

    boolean isCurrent(String askedVersion) {
        return version.equals(askedVersion);
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private byte[] styles(String folder) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Set<String> files = files(folder);
        for (String first : FIRST) {
            if (files.remove(folder + first)) all.writeBytes(read(folder + first));
        }
        for (String file : files) all.writeBytes(read(file));
        return all.toByteArray();
    }

    private Set<String> files(String folder) {
        Set<String> found = context.getResourcePaths(folder);
        Set<String> files = new TreeSet<>();
        if (found != null) found.stream().filter(path -> !path.endsWith("/")).forEach(files::add);
        return files;
    }

    private byte[] read(String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("No such asset: " + path);
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Asset asset(String name, byte[] bytes) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new Asset(type, packing.tightly(bytes));
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byName.forEach((name, asset) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(asset.body().plain());
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    record Asset(String type, Packed body) {}
}
