package makerdeck.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/** A file with secrets in it: it belongs to the operator and is closed to everybody else. */
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Set<PosixFilePermission> CREDENTIAL =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ);
    private static final Integer ROOT = 0;

    private PrivateFile() {}

    /**
     * Refuses a file that somebody else may read, and says how that is mended. Never reads it.
     *
     * @param name as the operator knows it
     * @param longest bytes that such a file may have
     * @throws MistakeException naming the file, the rule and what was found
     */
    public static void require(String name, Path file, int longest) throws IOException {
        require(name, file, longest, "");
    }

    /**
     * The same. A file in the folder of credentials that systemd made for this service may be root's, with the right to
     * read it in an access list, which its modes show as that of root's group.
     *
     * @param credentials that folder, empty for none
     */
    static void require(String name, Path file, int longest, String credentials) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > longest) {
            throw new MistakeException(Message.of("settings.private-file.no-file", name, longest));
        }
        if (isCredential(file, credentials)) {
            return;
        }
        var found = Files.getPosixFilePermissions(file);
        if (!OWN.containsAll(found)) {
            throw new MistakeException(
                    Message.of("settings.private-file.open", name, PosixFilePermissions.toString(found)));
        }
        var owner = Files.getAttribute(file, "unix:uid");
        if (!owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new MistakeException(Message.of("settings.private-file.not-yours", name, owner));
        }
    }

    private static boolean isCredential(Path file, String credentials) throws IOException {
        if (credentials.isEmpty()
                || !Path.of(credentials).toRealPath().equals(file.toRealPath().getParent())) {
            return false;
        }
        return CREDENTIAL.containsAll(Files.getPosixFilePermissions(file))
                && Files.getAttribute(file, "unix:uid").equals(ROOT)
                && Files.getAttribute(file, "unix:gid").equals(ROOT);
    }
}
