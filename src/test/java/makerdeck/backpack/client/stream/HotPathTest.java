package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Price;
import org.junit.jupiter.api.Test;

/** The way of one update from text to published book, which the desk goes many times a second. */
class HotPathTest {

    private static final int FRAMES = 20_000;

    /** A book of so many levels, and how long each update of it took. */
    private static final class Measured {

        private final BookBuilderTest.Heard heard = new BookBuilderTest.Heard();
        private final BookBuilder builder = new BookBuilder(Samples.RULES, () -> 0, heard);
        private final Codec codec = new Codec();
        private final long[] nanos = new long[FRAMES];

        Measured(int levels) {
            var side = IntStream.rangeClosed(1, levels).mapToObj(i -> List.of(price(14_000 - i), "12.5"));
            builder.seed(new DepthSnapshot(0, side.toList(), List.of()));
        }

        void take(int number, String frame) throws MalformedMessageException {
            long start = System.nanoTime();
            if (codec.decodeFrame(frame).data() instanceof StreamData.Depth depth) {
                builder.diff(depth);
            }
            nanos[number] = System.nanoTime() - start;
            heard.books.clear();
        }

        /** Of the second half, when the code is warm. */
        long median() {
            assertEquals(FRAMES, builder.lastUpdateId());
            var warm = Arrays.copyOfRange(nanos, FRAMES / 2, FRAMES);
            Arrays.sort(warm);
            return warm[warm.length / 2];
        }
    }

    /** The same updates, one after the other, so that whatever else the machine does meets all of them alike. */
    private static void feed(Measured... books) throws MalformedMessageException {
        var random = new SplittableRandom(5);
        for (int i = 0; i < FRAMES; i++) {
            var frame = frame(i + 1, "", level(price(14_000 - random.nextInt(40)), price(1 + random.nextInt(5000))));
            for (var book : books) {
                book.take(i, frame);
            }
        }
    }

    @Test
    void anUpdateOfOneLevelCostsTheSameHoweverDeepTheBookIs() throws MalformedMessageException {
        var shallow = new Measured(60);
        var deep = new Measured(1800);

        feed(shallow, deep);

        assertTrue(deep.median() < 2 * shallow.median(), deep.median() + " against " + shallow.median() + " ns");
    }

    @Test
    void anUpdateOfOneLevelTakesLessThanFiftyMicroseconds() throws MalformedMessageException {
        assumeTrue(Integer.getInteger("campaign", 0) > 0, "depends on the machine: runs with -Dcampaign=1");
        var book = new Measured(900);

        feed(book);

        assertTrue(book.median() < 50_000, "the median was " + book.median() + " ns");
    }

    /** Bytes are the same on any machine. */
    @Test
    void anUpdateOfThirtySixLevelsLeavesLessThanAThousandBytes() throws MalformedMessageException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var frames = frames();
        var codec = new Codec();
        var builder = new BookBuilder(Samples.RULES, () -> 0, new BookBuilderTest.Deaf());
        builder.seed(new DepthSnapshot(0, List.of(List.of(price(14_000), "1")), List.of(List.of(price(14_200), "1"))));
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        for (var frame : frames) {
            if (codec.decodeFrame(frame).data() instanceof StreamData.Depth depth) {
                builder.diff(depth);
            }
        }

        long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertEquals(frames.size(), builder.lastUpdateId());
        assertTrue(bytes < 1000L * frames.size(), bytes / frames.size() + " bytes a frame");
    }

    private static List<String> frames() {
        var random = new SplittableRandom(5);
        return IntStream.rangeClosed(1, FRAMES / 10)
                .mapToObj(id -> frame(id, levels(random, 14_140), levels(random, 14_000)))
                .toList();
    }

    private static String levels(SplittableRandom random, int from) {
        return IntStream.range(0, 18)
                .mapToObj(i -> level(price(from + random.nextInt(60)), price(1 + random.nextInt(5000))))
                .collect(Collectors.joining(","));
    }

    private static String level(String price, String quantity) {
        return "[\"" + price + "\",\"" + quantity + "\"]";
    }

    private static String frame(long id, String asks, String bids) {
        return "{\"data\":{\"E\":1788368290063153,\"T\":1788368290062979,\"U\":" + id + ",\"a\":[" + asks + "],\"b\":["
                + bids + "],\"e\":\"depth\",\"s\":\"SOL_USDC\",\"u\":" + id + "},\"stream\":\"depth.SOL_USDC\"}";
    }

    private static String price(long hundredths) {
        return Samples.SOL_USDC.text(new Price(hundredths));
    }
}
