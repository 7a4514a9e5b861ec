package makerdeck.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import makerdeck.engine.input.Inbox;
import makerdeck.journal.Journal;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Keeps the tag of a desk through whatever happens to its identity file: an order of an earlier life that does not
 * carry the tag is not known as ours. First by the thread that starts the desk, then by whoever writes numbers.
 */
public final class IdentityKeeper {

    private static final int SEQUENCE_BITS = 24;

    private final Path folder;
    private final String name;
    private final OptionalLong lastClientId;
    private final RandomGenerator random;
    private final Consumer<Message> alarm;

    // Written and read one after the other.
    private volatile @Nullable DeskIdentity latest;
    private volatile boolean firstEver;

    /**
     * @param name of the desk
     * @param lastClientId of the newest order that the journal knows
     * @param alarm told when the file was lost; must not block
     */
    public IdentityKeeper(
            Path folder, String name, OptionalLong lastClientId, RandomGenerator random, Consumer<Message> alarm) {
        this.folder = folder;
        this.name = name;
        this.lastClientId = lastClientId;
        this.random = random;
        this.alarm = alarm;
    }

    /** Of the desk that writes this journal. */
    public static IdentityKeeper of(Path folder, String name, Journal journal, Clock clock, Inbox inbox) {
        return new IdentityKeeper(
                folder,
                name,
                journal.lastClientId(),
                new SplittableRandom(clock.millis()),
                alarm -> inbox.offer(Severity.CRITICAL, alarm));
    }

    /** Who the desk is, with its first block of numbers. Throws {@link IOException} when it cannot be written down. */
    public DeskIdentity first() throws IOException {
        return reserve(this::notBehindTheJournal, this::fromJournal);
    }

    /** Whether no trace of an earlier life was found. */
    public boolean isFirstEver() {
        return firstEver;
    }

    /** The first number of another block. Throws {@link IOException} when it cannot be written down. */
    public long block() throws IOException {
        return reserve(read -> read, this::asBefore).firstSequence();
    }

    private DeskIdentity reserve(UnaryOperator<DeskIdentity> judge, DeskIdentity.Otherwise otherwise)
            throws IOException {
        var reserved = DeskIdentity.reserve(folder, name, judge, otherwise);
        latest = reserved;
        return reserved;
    }

    /** A power cut may have taken the latest writing of the file back, but not orders that went out after it. */
    private DeskIdentity notBehindTheJournal(DeskIdentity read) {
        long last = lastClientId.orElse(0);
        if (last >>> SEQUENCE_BITS != read.tag()) {
            return read;
        }
        var blocks = DeskIdentity.SEQUENCES / DeskIdentity.BLOCK;
        var used = last % DeskIdentity.SEQUENCES / DeskIdentity.BLOCK;
        var ahead = Math.floorMod(read.firstSequence() / DeskIdentity.BLOCK - used, blocks);
        if (ahead > 0 && ahead <= blocks / 2) {
            return read;
        }
        Logger.warn("the identity of {} was behind the journal: its numbers go on after those of the journal", name);
        return after(last);
    }

    /** The block of the last order may be in use to its end, and the next one have been reserved ahead. */
    private static DeskIdentity after(long last) {
        var block = last % DeskIdentity.SEQUENCES / DeskIdentity.BLOCK + 2;
        return new DeskIdentity((int) (last >>> SEQUENCE_BITS), block * DeskIdentity.BLOCK % DeskIdentity.SEQUENCES);
    }

    /** While the desk runs nobody else gives its numbers. */
    private DeskIdentity asBefore(String aside) {
        var before = latest;
        if (before == null) {
            return fromJournal(aside);
        }
        if (!aside.isEmpty()) {
            alarm.accept(Message.of("program.identity.written-again", aside));
        }
        return new DeskIdentity(before.tag(), (before.firstSequence() + DeskIdentity.BLOCK) % DeskIdentity.SEQUENCES);
    }

    private DeskIdentity fromJournal(String aside) {
        var last = lastClientId.orElse(0);
        var tag = (int) (last >>> SEQUENCE_BITS);
        if (tag < 1 || tag > 255) {
            firstEver = aside.isEmpty();
            if (!firstEver) {
                alarm.accept(Message.of("program.identity.lost", aside));
            }
            return new DeskIdentity(
                    random.nextInt(1, 256),
                    random.nextLong(DeskIdentity.SEQUENCES / DeskIdentity.BLOCK) * DeskIdentity.BLOCK);
        }
        alarm.accept(
                aside.isEmpty()
                        ? Message.of("program.identity.missing", tag)
                        : Message.of("program.identity.from-journal", aside, tag));
        return after(last);
    }
}
