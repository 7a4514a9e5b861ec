package makerdeck.backpack.client.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Price;
import makerdeck.message.Message;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A depth frame from its text to the published book, with a book of 500 levels a side. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DepthFrameBench {

    private static final int FRAMES = 10_000;
    private static final int DEEP = 500;
    private static final int MID = 15_000;

    /** Levels in a frame, both sides together. */
    @Param({"2", "36"})
    int levels;

    private final Codec codec = new Codec();
    private final List<String> frames = new ArrayList<>();
    private final DepthSnapshot seed = new DepthSnapshot(0, seed(-1), seed(1));

    @Setup
    public void frames() {
        var random = new SplittableRandom(5);
        for (int id = 1; id <= FRAMES; id++) {
            frames.add("{\"data\":{\"E\":1788368290063153,\"T\":1788368290062979,\"U\":" + id + ",\"a\":"
                    + levels(1, random) + ",\"b\":" + levels(-1, random)
                    + ",\"e\":\"depth\",\"s\":\"SOL_USDC\",\"u\":" + id + "},\"stream\":\"depth.SOL_USDC\"}");
        }
    }

    private String levels(int sign, SplittableRandom random) {
        return IntStream.range(0, levels / 2)
                .mapToObj(level -> "[\"" + price(MID + sign * (1 + random.nextInt(60))) + "\",\""
                        + price(1 + random.nextInt(5000)) + "\"]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String price(long hundredths) {
        return Samples.SOL_USDC.text(new Price(hundredths));
    }

    /** As a stream: each frame follows the one before. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void toBook(Blackhole books) throws MalformedMessageException {
        var builder = new BookBuilder(Samples.RULES, () -> 0, new Sink(books));
        builder.seed(seed);
        for (var frame : frames) {
            if (codec.decodeFrame(frame).data() instanceof StreamData.Depth depth) {
                builder.diff(depth);
            }
        }
    }

    private static List<List<String>> seed(int sign) {
        return IntStream.rangeClosed(1, DEEP)
                .mapToObj(level -> List.of(price(MID + (long) sign * level), "12.5"))
                .toList();
    }

    private record Sink(Blackhole books) implements BookBuilder.Owner {
        @Override
        public void snapshotWanted() {
            throw new IllegalStateException("the frames follow one another");
        }

        @Override
        public void subscriptionWanted(Message reason) {
            throw new IllegalStateException(reason.key());
        }

        @Override
        public void bookMoved(Book book) {
            books.consume(book);
        }

        @Override
        public void bookLost(Message reason) {
            books.consume(reason);
        }
    }
}
