package makerdeck.guardian.distant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * The secret that a guardian and its desks share: one certificate with its private key in a file. Each end proves that it
 * holds the key and trusts nothing but this certificate, so a line is up only between two who have the file.
 */
public final class SharedKey {

    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int LONGEST = 16_384;
    private static final Duration VALID = Duration.ofDays(3650);

    /** The clocks of two machines may differ. */
    private static final Duration EARLIER = Duration.ofDays(2);

    private final SSLSocketFactory factory;

    private SharedKey(HeldCertificate certificate) {
        factory = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build()
                .sslSocketFactory();
    }

    SSLSocketFactory factory() {
        return factory;
    }

    /** Makes a fresh one, for its owner's eyes alone. Throws {@link MistakeException} where there is a file already. */
    public static void create(Path file, Clock clock) throws IOException {
        var now = clock.millis();
        var certificate = new HeldCertificate.Builder()
                .commonName("makerdeck guardian")
                .validityInterval(now - EARLIER.toMillis(), now + VALID.toMillis())
                .build();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new MistakeException(Message.of("program.guardian.key.exists", file));
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWN));
        Files.writeString(file, certificate.certificatePem() + certificate.privateKeyPkcs8Pem());
    }

    /** Throws {@link MistakeException}, which names the file and never what is in it. */
    public static SharedKey read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                throw new MistakeException(Message.of("program.guardian.key.none", file));
            }
            var found = Files.getPosixFilePermissions(file);
            if (!OWN.containsAll(found)) {
                throw new MistakeException(
                        Message.of("program.guardian.key.open", file, PosixFilePermissions.toString(found)));
            }
            return new SharedKey(HeldCertificate.decode(Files.readString(file)));
        } catch (IOException | IllegalArgumentException unreadable) {
            // The cause may quote what is in the file.
            throw new MistakeException(Message.of("program.guardian.key.unreadable", file));
        }
    }
}
