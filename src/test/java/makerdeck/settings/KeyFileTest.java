package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final String KEY = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    private Path folder;

    private Path file(String permissions, String text) throws IOException {
        var file = Files.writeString(folder.resolve("keys"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String refusal(Path file) {
        var message = Spoken.ENGLISH.say(assertThrows(MistakeException.class, () -> KeyFile.read(file)));
        assertFalse(message.contains(SECRET.substring(0, 8)), message);
        return message;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------"})
    void twoLinesThatOnlyTheirOwnerMayReadAreTaken(String permissions) throws IOException {
        var file = file(permissions, "# of the sub-account\nkey=" + KEY + "\nsecret = " + SECRET + "\n");

        assertEquals(new ApiKeys(KEY, SECRET, Message.plain("--key-file " + file)), KeyFile.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void aFileThatIsOpenToMoreIsRefused(String permissions) throws IOException {
        var file = file(permissions, "key=" + KEY + "\nsecret=" + SECRET + "\n");

        assertTrue(refusal(file).contains("chmod 600"), () -> refusal(file));
        assertTrue(refusal(file).contains(permissions), () -> refusal(file));
    }

    /** As systemd hands it over: root's, with the right to read it in an access list. */
    @Test
    void aCredentialOfTheServiceIsTakenWhereItLiesAndNowhereElse() throws IOException {
        var file = file("r--r-----", "key=" + KEY + "\nsecret=" + SECRET + "\n");
        Assumptions.assumeTrue(Files.getAttribute(file, "unix:uid").equals(0), "only root has files of root");

        assertEquals(KEY, KeyFile.read(file, folder.toString()).key());
        assertThrows(MistakeException.class, () -> KeyFile.read(file, "/usr"));
        assertThrows(MistakeException.class, () -> KeyFile.read(file, ""));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThrows(MistakeException.class, () -> KeyFile.read(file, folder.toString()));
    }

    /** Bare, without a name before it, and pasted twice: what stands where a name should be is told to nobody. */
    @Test
    void aSecretThatStandsThereTwiceIsNotTold() throws IOException {
        for (var lines : List.of(SECRET + "\n" + SECRET, "key=" + KEY + "\n" + SECRET + "\n\n" + SECRET + "\n")) {
            var file = file("rw-------", lines);
            assertTrue(refusal(file).contains("--key-file " + file), () -> refusal(file));
        }
        var twice = file("rw-------", "key=" + KEY + "\nsecret=" + SECRET + "\nsecret=" + SECRET + "\n");
        assertTrue(refusal(twice).contains(":3: secret"), () -> refusal(twice));
    }

    @Test
    void aFileOfSomebodyElseIsRefused() throws IOException {
        var file = file("rw-------", "key=" + KEY + "\nsecret=" + SECRET + "\n");
        try {
            Files.setAttribute(file, "unix:uid", 12_345);
        } catch (IOException notRoot) {
            Assumptions.abort("only root can give a file away");
        }

        assertTrue(refusal(file).contains("must be yours"), () -> refusal(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFkey=%s\r\nsecret=%s\r\n",
                "key\uFF1D%s\rsecret\u00A0=\u3000%s\r",
                "key: %s\u200B\nsecret: %s\u00A0",
                "\tkey %s \n\u200Bsecret %s\t\n"
            })
    void whatOnlyLooksTheSameReadsTheSame(String form) throws IOException {
        var file = file("rw-------", form.formatted(KEY, SECRET));

        assertEquals(new ApiKeys(KEY, SECRET, Message.plain("--key-file " + file)), KeyFile.read(file));
    }

    @Test
    void aLineThatCannotBeReadIsNamedButNotShown() throws IOException {
        var file = file("rw-------", "key=" + KEY + "\nsecret=" + SECRET + "\0\n");

        assertTrue(refusal(file).startsWith("--key-file " + file + ":2: "), () -> refusal(file));
        var twice = file("rw-------", "key=" + KEY + "\nsecret=" + SECRET + "\nkey=" + KEY + "\n");
        assertTrue(
                refusal(twice).startsWith("--key-file " + twice + ":3: key stands there twice"), () -> refusal(twice));
    }

    @Test
    void aMissingLineIsNamed() throws IOException {
        var file = file("rw-------", "secret=" + SECRET + "\n");

        assertTrue(refusal(file).contains("a line key ="), () -> refusal(file));
    }

    @Test
    void aMalformedSecretIsNamedButNotShown() throws IOException {
        var file = file("rw-------", "key=" + KEY + "\nsecret=" + SECRET.substring(0, 20) + "\n");

        assertTrue(refusal(file).contains("secret in " + file), () -> refusal(file));
    }

    @Test
    void whatElseStandsInItIsRefused() throws IOException {
        var file = file("rw-------", "key=" + KEY + "\nsecret=" + SECRET + "\nsymbol=SOL_USDC\n");

        assertTrue(refusal(file).contains("nothing else"), () -> refusal(file));
    }

    @Test
    void aFolderOrNothingAtAllIsRefused() {
        assertTrue(refusal(folder).contains("a file with two lines"), () -> refusal(folder));
        assertTrue(refusal(folder.resolve("none")).contains("a file with two lines"));
    }
}
