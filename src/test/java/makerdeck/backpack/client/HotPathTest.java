package makerdeck.backpack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Price;
import org.junit.jupiter.api.Test;

/** The way of one update from text to published book, which the desk goes many times a second. */
class HotPathTest {

    private static final int FRAMES = 20_000;

    private final BookKeeperTest.Heard heard = new BookKeeperTest.Heard();
    private final BookKeeper keeper = new BookKeeper(Samples.RULES, () -> 0, heard);
    private final Codec codec = new Codec();

    @Test
    void anUpdateOfOneLevelTakesLessThanFiftyMicroseconds() throws Exception {
        var side = IntStream.rangeClosed(1, 900).mapToObj(i -> List.of(price(14_000 - i), "12.5"));
        keeper.seed(new Snapshot(0, side.toList(), List.of()));
        var random = new SplittableRandom(5);
        var nanos = new long[FRAMES];

        for (int i = 0; i < FRAMES; i++) {
            var frame = frame(i + 1, price(14_000 - random.nextInt(40)), price(1 + random.nextInt(5000)));
            long start = System.nanoTime();
            take(frame);
            nanos[i] = System.nanoTime() - start;
            heard.books.clear();
        }

        assertEquals(FRAMES, keeper.lastUpdateId());
        var warm = Arrays.copyOfRange(nanos, FRAMES / 2, FRAMES);
        Arrays.sort(warm);
        assertTrue(warm[warm.length / 2] < 50_000, "the median was " + warm[warm.length / 2] + " ns");
    }

    private void take(String frame) throws MalformedMessageException {
        if (codec.decodeFrame(frame).data() instanceof StreamData.Depth depth) {
            keeper.diff(depth);
        }
    }

    private static String frame(long id, String price, String quantity) {
        return "{\"data\":{\"E\":1788368290063153,\"T\":1788368290062979,\"U\":" + id + ",\"a\":[],\"b\":[[\"" + price
                + "\",\"" + quantity + "\"]],\"e\":\"depth\",\"s\":\"SOL_USDC\",\"u\":" + id
                + "},\"stream\":\"depth.SOL_USDC\"}";
    }

    private static String price(long hundredths) {
        return Samples.SOL_USDC.text(new Price(hundredths));
    }
}
