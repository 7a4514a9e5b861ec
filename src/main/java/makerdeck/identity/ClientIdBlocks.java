package makerdeck.identity;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import makerdeck.process.FileErrors;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The numbers of client ids, from blocks that are reserved on disk before their first number is used: one
 * in use, one ahead. The next block is reserved on another thread, so that no order waits for the disk.
 */
public final class ClientIdBlocks {

    /** Reserves a block on disk. */
    public interface Reserve {
        /** The first number of a block of {@link DeskIdentity#BLOCK}. */
        long block() throws IOException;
    }

    private final Reserve reserve;
    private final Executor writer;
    private final AtomicReference<@Nullable Long> ahead = new AtomicReference<>();

    // Written by both threads, one after the other.
    private volatile boolean asked;

    // Engine thread only.
    private long next;
    private long end;

    /** @param first the first number of a block that is reserved already */
    public ClientIdBlocks(long first, Reserve reserve, Executor writer) {
        next = first;
        end = first + DeskIdentity.BLOCK;
        this.reserve = reserve;
        this.writer = writer;
    }

    /** A number that was never given before; empty when none is reserved. Engine thread only; never blocks. */
    public OptionalLong next() {
        if (ahead.get() == null && !asked) {
            asked = true;
            writer.execute(this::reserveAhead);
        }
        if (next == end) {
            var block = ahead.getAndSet(null);
            if (block == null) {
                return OptionalLong.empty();
            }
            next = block;
            end = next + DeskIdentity.BLOCK;
        }
        return OptionalLong.of(next++);
    }

    private void reserveAhead() {
        try {
            ahead.set(reserve.block());
        } catch (IOException failed) {
            Logger.error(
                    "no order numbers could be reserved, trying again with the next order: {}", FileErrors.of(failed));
        } finally {
            asked = false;
        }
    }
}
