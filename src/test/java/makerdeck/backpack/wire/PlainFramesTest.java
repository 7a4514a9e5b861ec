package makerdeck.backpack.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reading of a frame says what the slow one says, or leaves it to that. */
class PlainFramesTest {

    private static final String DEPTH = "{\"data\":{\"E\":1788367430247494,\"T\":1788367430246081,\"U\":4330360995,"
            + "\"a\":[[\"98.97\",\"22.39\"],[\"99.00\",\"0.00\"]],\"b\":[[\"98.5\",\"7\"]],\"e\":\"depth\",\"s\":\"SOL_USDC\","
            + "\"u\":4330360996},\"stream\":\"depth.SOL_USDC\"}";

    private static final String TRADE = "{\"data\":{\"E\":1736186248745457,\"T\":1736186248744398,"
            + "\"a\":\"113782701997686784\",\"b\":\"113782700596854784\",\"e\":\"trade\",\"m\":true,\"p\":\"218.50\","
            + "\"q\":\"0.07\",\"s\":\"SOL_USDC\",\"t\":341399899},\"stream\":\"trade.SOL_USDC\"}";

    private static final List<String> PARTS = List.of(
            " ",
            "\"",
            "\\",
            "\\u0031",
            ",",
            ":",
            "[",
            "]",
            "{",
            "}",
            "0",
            "9",
            ".",
            "-",
            "e",
            "E",
            "null",
            "true",
            "\u0661",
            "[]",
            "[\"1\"]",
            "[\"1\",\"2\",\"3\"]",
            "[\"1\",\"2\"],",
            "\"u\":1,",
            "\"x\":2,",
            "12345678901234567890",
            "\u00e9");

    private final PlainFrames plain = new PlainFrames();
    private final Codec codec = new Codec();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5 + Integer.getInteger("campaign", 0));
    }

    /** A blank in front is none of what the fast reading knows. */
    private String slowly(String text) {
        var blank = " " + text;
        assertNull(plain.read(blank));
        try {
            return codec.decodeFrame(blank).toString();
        } catch (MalformedMessageException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Whether it was read at all. */
    private boolean saysTheSame(String text) {
        var frame = plain.read(text);
        if (frame != null) {
            assertEquals(slowly(text), frame.toString(), text);
        }
        return frame != null;
    }

    @ParameterizedTest
    @ValueSource(strings = {DEPTH, TRADE})
    void readsWhatIsSpelledAsUsual(String text) throws MalformedMessageException {
        assertTrue(saysTheSame(text));
        assertEquals(plain.read(text), codec.decodeFrame(" " + text));
        assertEquals(text, codec.encodeFrame("" + codec.decodeFrame(text).stream(), data(text)));
    }

    private StreamData data(String text) {
        var frame = plain.read(text);
        assertNotNull(frame);
        assertNotNull(frame.data());
        return frame.data();
    }

    @Test
    void levelsAreAListThatEqualsAnyOther() {
        var depth = assertInstanceOf(StreamData.Depth.class, data(DEPTH));
        var asks = List.of(List.of("98.97", "22.39"), List.of("99.00", "0.00"));

        assertEquals(asks, depth.asks());
        assertEquals(depth.asks(), asks);
        assertEquals(asks.hashCode(), asks(DEPTH).hashCode());
        assertEquals(asks(DEPTH), asks(DEPTH.replace("\"U\":4330360995", "\"U\":1")));
        assertEquals(false, asks(DEPTH).equals(asks(DEPTH.replace("98.97", "98.98"))));
    }

    private List<List<String>> asks(String text) {
        var asks = assertInstanceOf(StreamData.Depth.class, data(text)).asks();
        assertNotNull(asks);
        return asks;
    }

    @Test
    void namesAreNotSpelledOutAnew() {
        var one = assertInstanceOf(StreamData.Depth.class, data(DEPTH));
        var other = assertInstanceOf(StreamData.Depth.class, data(DEPTH.replace("98.97", "98.98")));

        assertSame(one.symbol(), other.symbol());
    }

    @Test
    void anotherNameThatBeginsAlikeIsAnother() {
        assertTrue(saysTheSame(DEPTH));
        assertTrue(saysTheSame(DEPTH.replace("SOL_USDC", "SOL_USDC_PERP")));
        assertTrue(saysTheSame(DEPTH.replace("SOL_USDC", "SOL")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "}", "\"}", "{\"data\":{\"E\":\"}", "{\"data\":{\"E\":1,\"T\":2,\"U\":3,\"a\":[\"}"})
    void whatEndsEarlyIsLeftToTheOther(String text) {
        assertNull(plain.read(text));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsReadOfAnythingIsWhatTheOtherReads(long seed) {
        var random = new SplittableRandom(seed);
        int read = 0;
        for (int i = 0; i < 4000; i++) {
            var text = random.nextInt(3) == 0 ? TRADE : DEPTH;
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                text = changed(text, random);
            }
            read += saysTheSame(text) ? 1 : 0;
        }
        assertTrue(read > 1200, "read " + read);
    }

    private static String changed(String text, SplittableRandom random) {
        if (text.isEmpty()) {
            return text;
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(12));
        var part = PARTS.get(random.nextInt(PARTS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + text.substring(from, to) + text.substring(from);
            case 2 -> text.substring(0, from);
            case 3 -> text.substring(0, from) + random.nextInt(10) + text.substring(Math.min(text.length(), from + 1));
            default -> text.substring(0, from) + part + text.substring(random.nextBoolean() ? from : to);
        };
    }
}
