package makerdeck.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientIdBlocksTest {

    @TempDir
    private Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private ClientIdBlocks numbers() throws IOException {
        return new ClientIdBlocks(block(), this::block, waiting::add);
    }

    private long block() throws IOException {
        return new IdentityKeeper(folder, "SOL_USDC", OptionalLong.empty(), new SplittableRandom(5), alarm -> {})
                .block();
    }

    private void write() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    @Test
    void reservesTheNextBlockBeforeItIsNeeded() throws IOException {
        var blocks = numbers();

        blocks.next();

        assertEquals(1, waiting.size());
    }

    @Test
    void givesNoNumberTwiceOverBlocksAndRestarts() throws IOException {
        var given = new HashSet<Long>();

        for (var life = 0; life < 3; life++) {
            var blocks = numbers();
            for (var order = 0; order < 2.5 * DeskIdentity.BLOCK; order++) {
                assertTrue(given.add(blocks.next().orElseThrow()), "life " + life + " order " + order);
                write();
            }
        }
    }

    @Test
    void givesNoneWhileTheDiskHasNotAnswered() throws IOException {
        var blocks = numbers();
        for (var order = 0; order < DeskIdentity.BLOCK; order++) {
            blocks.next();
        }

        assertEquals(OptionalLong.empty(), blocks.next());
        write();
        assertTrue(blocks.next().isPresent());
    }

    @Test
    void asksAgainAfterTheDiskFailed() throws IOException {
        var blocks = new ClientIdBlocks(
                0,
                () -> {
                    throw new IOException("disk is full");
                },
                waiting::add);

        blocks.next();
        write();
        blocks.next();

        assertEquals(1, waiting.size());
    }
}
