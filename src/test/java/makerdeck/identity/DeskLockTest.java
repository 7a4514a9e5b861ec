package makerdeck.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskLockTest {

    @TempDir
    private Path folder;

    private DeskLock take(String account, String symbol, long process) throws IOException {
        return DeskLock.take(folder, account, symbol, process);
    }

    @Test
    @FaultRow("38")
    void refusesASecondDeskAndNamesTheFirst() throws IOException {
        try (var first = take("a1", "SOL_USDC", 4711)) {
            var refusal = assertThrows(DeskLock.TakenException.class, () -> take("a1", "SOL_USDC", 4712));

            var text = Keys.of(refusal);
            assertTrue(text.startsWith("program.lock.taken-by[SOL_USDC, ") && text.endsWith(", 4711]"), text);
            assertTrue(first.toString().contains("lock-a1-SOL_USDC"), first.toString());
        }
    }

    @Test
    void refusesInTheOperatorsLanguage() throws IOException {
        try (var first = take("a1", "SOL_USDC", 4711)) {
            var refusal = assertThrows(DeskLock.TakenException.class, () -> take("a1", "SOL_USDC", 4712));

            assertEquals(
                    "已有另一個 makerdeck（行程 4711）用這把金鑰交易 SOL_USDC：請先停掉它（" + folder.resolve("lock-a1-SOL_USDC") + "）",
                    Spoken.CHINESE.say(refusal),
                    first::toString);
        }
    }

    @Test
    void takesOverFromADeskThatIsNoMore() throws IOException {
        Files.writeString(folder.resolve("lock-a1-SOL_USDC"), "999999999\nand more\n");

        try (var lock = take("a1", "SOL_USDC", 7)) {
            assertEquals("7\n", Files.readString(folder.resolve("lock-a1-SOL_USDC")), lock::toString);
        }
        take("a1", "SOL_USDC", 8).close();
    }

    @Test
    void whatCannotBeLockedIsNamedWithTheCure() throws IOException {
        var file = Files.createDirectory(folder.resolve("lock-a1-SOL_USDC"));

        var refusal = assertThrows(IOException.class, () -> take("a1", "SOL_USDC", 8));

        assertEquals("program.lock.no-file[" + file + "]", Keys.of(refusal));
    }

    @Test
    void aFileBehindALinkIsNotWrittenOver() throws IOException {
        var other = Files.writeString(folder.resolve("other"), "precious");
        Files.createSymbolicLink(folder.resolve("lock-a1-SOL_USDC"), other);

        assertThrows(IOException.class, () -> take("a1", "SOL_USDC", 8));

        assertEquals("precious", Files.readString(other));
    }

    @Test
    void aTakenLockWithOddBytesInItNamesNobody() throws IOException {
        try (var first = take("a1", "SOL_USDC", 4711)) {
            Files.write(folder.resolve("lock-a1-SOL_USDC"), new byte[] {(byte) 0xFF, 27, '[', '2', 'J'});

            var refusal = assertThrows(DeskLock.TakenException.class, () -> take("a1", "SOL_USDC", 4712));

            assertEquals(
                    "program.lock.taken[SOL_USDC, " + folder.resolve("lock-a1-SOL_USDC") + "]",
                    Keys.of(refusal),
                    first::toString);
        }
    }

    @Test
    void keepsAccountsAndSymbolsApart() throws IOException {
        try (var one = take("a1", "SOL_USDC", 1);
                var other = take("a1", "BTC_USDC", 1);
                var another = take("b2", "SOL_USDC", 1)) {
            assertEquals(
                    3,
                    java.util.Set.of(one.toString(), other.toString(), another.toString())
                            .size());
        }
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        take("a1", "SOL_USDC", 1).close();

        var permissions = Files.getPosixFilePermissions(folder.resolve("lock-a1-SOL_USDC"));
        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }
}
