package makerdeck.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
public final class Version implements IVersionProvider {

    private static final int SHORT = 12;

    /** The number alone. */
    public static String number() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    /**
     * The number, {@code +} and a digest of this program's own classes: two builds of one number that could decide
     * differently have different ones. Reads the whole program.
     */
    public static String build() {
        try {
            var place = Path.of(Version.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return number() + "+" + digest(place).substring(0, SHORT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("where the program lies is no path", odd);
        }
    }

    /** @param place a jar or a folder of classes: the same classes give the same digest */
    static String digest(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return digestOf(place);
        }
        try (var jar = FileSystems.newFileSystem(place)) {
            return digestOf(jar.getPath("/"));
        }
    }

    private static String digestOf(Path root) throws IOException {
        try (var files = Files.walk(root.resolve("makerdeck"))) {
            var digest = MessageDigest.getInstance("SHA-256");
            var classes = files.filter(file -> file.toString().endsWith(".class"))
                    .map(root::relativize)
                    .sorted()
                    .toList();
            for (var file : classes) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(root.resolve(file)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"makerdeck " + number()};
    }
}
