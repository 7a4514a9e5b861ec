package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import makerdeck.guardian.GuardianOrders;
import makerdeck.settings.Folders;
import makerdeck.settings.ParsedCommand;
import makerdeck.settings.PresetFile;
import makerdeck.settings.Settings;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardianLinkTest {

    @TempDir
    private Path home;

    private static String secret(int number) {
        var seed = new byte[32];
        seed[0] = (byte) number;
        return Base64.getEncoder().encodeToString(seed);
    }

    private GuardianOrders orders(String secret) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var venue = URI.create("https://api.backpack.exchange");
        var asked = assertInstanceOf(
                ParsedCommand.RunDesk.class,
                Settings.read(
                        new String[] {"--exchange", "backpack"},
                        Map.of("BACKPACK_KEY", secret(0), "BACKPACK_SECRET", secret),
                        Spoken.ENGLISH,
                        nowhere,
                        nowhere));
        var folders = new Folders(home, home, null);
        var plan = DeskPlan.of(asked.settings(), folders, new PresetFile(List.of(home), Spoken.ENGLISH));
        return GuardianLink.guardianOrders(plan, venue, venue, secret, 7);
    }

    /** A guardian leaves the orders of a desk that has a successor to that one: it must be the same account's. */
    @Test
    void aDeskOfAnotherAccountIsNoLaterLifeOfThisOne() {
        var first = orders(secret(1)).lease();

        assertEquals(first.file(), orders(secret(1)).lease().file());
        assertNotEquals(first.life(), orders(secret(1)).lease().life());
        assertNotEquals(first.file(), orders(secret(2)).lease().file());
    }
}
