package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskIdentityTest {

    private final SplittableRandom random = new SplittableRandom(5);

    @TempDir
    private Path folder;

    private DeskIdentity reserve(String symbol) throws IOException {
        return DeskIdentity.reserve(folder, symbol, random);
    }

    @Test
    void theTagSurvivesARestartAndTheSequenceMovesOn() throws IOException {
        var first = reserve("SOL_USDC");
        var second = reserve("SOL_USDC");

        assertEquals(first.tag(), second.tag());
        assertNotEquals(first.firstSequence(), second.firstSequence());
    }

    @Test
    void noBlockComesTwiceBeforeAllHaveBeenUsed() throws IOException {
        var blocks = new HashSet<Long>();

        for (var run = 0; run < 1024; run++) {
            blocks.add(reserve("SOL_USDC").firstSequence());
        }

        assertEquals(1024, blocks.size());
    }

    @Test
    void anUnreadableFileIsReplaced() throws IOException {
        Files.writeString(folder.resolve("identity-SOL_USDC"), "gibberish\n");

        var identity = reserve("SOL_USDC");

        assertTrue(identity.tag() >= 1 && identity.tag() <= 255);
        assertEquals(identity.tag(), reserve("SOL_USDC").tag());
    }
}
