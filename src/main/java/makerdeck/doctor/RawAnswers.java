package makerdeck.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import makerdeck.backpack.client.PlainCalls;
import makerdeck.backpack.wire.signing.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * The answers as they came, a file each, for a maintainer: without key, secret and signature. Requests are not written at
 * all. One thread.
 */
final class RawAnswers {

    private final Path folder;
    private final Redaction redaction;
    private int count;
    private @Nullable IOException trouble;

    /** @param folder made here, closed to others */
    RawAnswers(Path folder, Set<String> secrets) {
        this.folder = folder;
        redaction = new Redaction(secrets);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failed) {
            trouble = failed;
        }
    }

    Path folder() {
        return folder;
    }

    /** Why something is missing there, null when nothing is. */
    @Nullable
    IOException trouble() {
        return trouble;
    }

    void keep(String call, PlainCalls.Answer answer) {
        keep(
                call,
                "HTTP " + answer.status() + " " + answer.protocol() + " " + answer.tls() + " "
                        + answer.took().toMillis() + " ms\n" + answer.headers() + "\n" + answer.body());
    }

    void keep(String stream, List<String> frames) {
        keep(stream, String.join("\n", frames));
    }

    void keep(String what, String text) {
        try {
            Files.writeString(folder.resolve(String.format("%02d-%s.txt", ++count, what)), redaction.of(text));
        } catch (IOException failed) {
            trouble = failed;
        }
    }
}
