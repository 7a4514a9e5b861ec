package makerdeck.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskIdentityTest {

    private final SplittableRandom random = new SplittableRandom(5);

    @TempDir
    private Path folder;

    private final List<String> alarms = new ArrayList<>();

    private void alarm(Message what) {
        alarms.add(Keys.of(what));
    }

    private IdentityKeeper keeper(OptionalLong lastClientId) {
        return new IdentityKeeper(folder, "SOL_USDC", lastClientId, random, this::alarm);
    }

    private DeskIdentity reserve(String symbol) throws IOException {
        return new IdentityKeeper(folder, symbol, OptionalLong.empty(), random, this::alarm).first();
    }

    private Path file() {
        return folder.resolve("identity-SOL_USDC");
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

    @ParameterizedTest
    @ValueSource(
            strings = {"gibberish\n", "77\n", "", "256 5", "0 5", "7 16777216", "7 -1", "7  5", "7 5 9", "\uFEFF7 5"})
    void whatIsNoIdentityStepsAsideAndTheOperatorIsTold(String text) throws IOException {
        Files.writeString(file(), text);

        var identity = reserve("SOL_USDC");

        assertTrue(identity.tag() >= 1 && identity.tag() <= 255);
        assertEquals(List.of("program.identity.lost[" + file() + ".damaged-1]"), alarms);
        assertEquals(text, Files.readString(folder.resolve("identity-SOL_USDC.damaged-1")));
        assertEquals(identity.tag(), reserve("SOL_USDC").tag());
        assertEquals(1, alarms.size());
    }

    @Test
    void otherBytesAndAFolderStepAsideToo() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xFF, 0, (byte) 0xC3, 10});
        reserve("SOL_USDC");
        Files.delete(file());
        Files.createDirectory(file());

        reserve("SOL_USDC");

        assertTrue(Files.isDirectory(folder.resolve("identity-SOL_USDC.damaged-2")));
        assertEquals(2, alarms.size());
    }

    @Test
    void theJournalKnowsTheTagOfALostFileAndNoNumberIsGivenTwice() throws IOException {
        var last = OptionalLong.of(201L << 24 | 3 * DeskIdentity.BLOCK + 5);
        Files.writeString(file(), "77");

        var damaged = keeper(last).first();
        Files.delete(file());
        var gone = keeper(last).first();

        assertEquals(new DeskIdentity(201, 5 * DeskIdentity.BLOCK), damaged);
        assertEquals(damaged, gone);
        assertTrue(alarms.get(0).contains("201") && alarms.get(1).contains("201"), alarms::toString);
    }

    /** A power cut takes the latest writing of the file back, or somebody has brought a copy of it back. */
    @Test
    void aFileThatIsOlderThanTheJournalGivesNoNumberTwice() throws IOException {
        var last = OptionalLong.of(201L << 24 | 3 * DeskIdentity.BLOCK + 5);
        for (var block : List.of(0L, 2L, 3L)) {
            Files.writeString(file(), "201 " + block * DeskIdentity.BLOCK);

            assertEquals(
                    new DeskIdentity(201, 5 * DeskIdentity.BLOCK), keeper(last).first());
        }
        var wrapped = OptionalLong.of(201L << 24 | DeskIdentity.BLOCK + 5);
        Files.writeString(file(), "201 " + (DeskIdentity.SEQUENCES - DeskIdentity.BLOCK));
        assertEquals(
                new DeskIdentity(201, 3 * DeskIdentity.BLOCK), keeper(wrapped).first());
    }

    @Test
    void aFileThatIsNotBehindTheJournalCounts() throws IOException {
        var last = OptionalLong.of(201L << 24 | DeskIdentity.SEQUENCES - 5);
        for (var first : List.of("201 0", "201 16384", "7 81920")) {
            Files.writeString(file(), first);

            var identity = keeper(last).first();

            assertEquals(first, identity.tag() + " " + identity.firstSequence());
        }
        assertEquals(List.of(), alarms);
    }

    @Test
    void aFileThatIsDamagedWhileTheDeskRunsDoesNotCostItsTag() throws IOException {
        var keeper = keeper(OptionalLong.empty());
        var first = keeper.first();
        Files.writeString(file(), "gibberish");

        var block = keeper.block();

        assertEquals((first.firstSequence() + DeskIdentity.BLOCK) % DeskIdentity.SEQUENCES, block);
        assertEquals(first.tag(), reserve("SOL_USDC").tag());
        assertEquals(1, alarms.size());
    }

    @Test
    void theFirstStartOfAllIsNoAlarm() throws IOException {
        reserve("SOL_USDC");

        assertEquals(List.of(), alarms);
    }
}
