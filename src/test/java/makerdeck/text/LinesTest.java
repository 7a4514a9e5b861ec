package makerdeck.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static List<Line> read(byte[] bytes, int longest) throws IOException {
        var all = new ArrayList<Line>();
        try (var lines = new Lines(new ByteArrayInputStream(bytes), longest)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    private static List<String> texts(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), 100).stream()
                .map(Line::text)
                .toList();
    }

    @Test
    void everyEndOfALineIsOne() throws IOException {
        assertEquals(List.of("a", "b", "", "c", "d"), texts("a\r\nb\n\rc\rd\n"));
        assertEquals(List.of(), texts(""));
        assertEquals(List.of(""), texts("\n"));
        assertEquals(List.of("", "x"), texts("\r\nx"));
    }

    @Test
    void aLongLineIsFlawedAndTheNextIsRead() throws IOException {
        var lines = read(("x".repeat(101) + "\ny\n").getBytes(StandardCharsets.UTF_8), 100);

        assertFalse(lines.get(0).isReadable());
        assertEquals(new Line(2, "y", null), lines.get(1));
    }

    @Test
    void surrogatesBrokenInTwoAreAFlaw() throws IOException {
        var bytes = "\uFEFFa\nb\n".getBytes(StandardCharsets.UTF_16LE);
        bytes[6] = 0;
        bytes[7] = (byte) 0xD8;

        var lines = read(bytes, 100);

        assertEquals(new Line(1, "a", null), lines.get(0));
        assertFalse(lines.get(1).isReadable());
    }

    @Test
    void anyBytesAreLines() throws IOException {
        var random = new SplittableRandom(30);
        for (var round = 0; round < 2000; round++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);

            var number = 0;
            for (var line : read(bytes, 50)) {
                number++;
                assertEquals(number, line.number());
                assertTrue(!line.isReadable() || Plain.misleading(line.text()).isEmpty());
            }
        }
    }

    /** As much at once as it likes, and no end: what stands before the place where it breaks is read first. */
    @Test
    void aStreamThatBreaksHasGivenAllBefore() throws IOException {
        var text = "line of some length\n".repeat(3000).getBytes(StandardCharsets.UTF_8);
        var random = new SplittableRandom(31);
        try (var lines = new Lines(new Broken(text, random), 100)) {
            for (int number = 1; number <= 3000; number++) {
                assertEquals(new Line(number, "line of some length", null), lines.next());
            }
            assertThrows(EOFException.class, lines::next);
        }
    }

    private static final class Broken extends FilterInputStream {

        private final SplittableRandom random;

        private Broken(byte[] bytes, SplittableRandom random) {
            super(new ByteArrayInputStream(bytes));
            this.random = random;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (available() == 0) {
                throw new EOFException();
            }
            return super.read(into, from, Math.min(most, random.nextInt(1, 900)));
        }
    }
}
