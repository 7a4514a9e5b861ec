package makerdeck.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DenialTest {

    /** What of the bundles says why nothing is sent; the keys after a blank are said of other things. */
    private static final Pattern DENIES =
            Pattern.compile("engine\\.(watching|absurd|exposed|exposed-because|no-order-numbers"
                    + "|rebalance\\.rebalancing|journal\\.failed|thread\\.died|fill\\.(odd|odd-terms|unmatched|unanswered)"
                    + "|balance\\.(impossible|vanished|large)|lending\\.refused|unreadable-order\\.side|refused\\.by\\..+"
                    + "|(gate|waiting|limit|reduce-only)\\..+|no-quotes\\..+|pause\\.(by-you|paused-by-you|paused-by-you-for"
                    + "|by-itself-each)|quotes\\.(cancelled-by-you|too-little-money))"
                    + "|strategy\\.(side|size|range)\\..+");

    /** They are said around a reason, or halt the desk. */
    private static final Set<String> OTHERWISE = Set.of("engine.reduce-only.reduce", "engine.limit.max-loss");

    private static Set<String> keys(String room) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/makerdeck/words/" + room + ".properties"))) {
            texts.load(in);
        }
        return texts.stringPropertyNames().stream()
                .map(key -> room + "." + key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyThatCanDenyHasExactlyOneDenialAndEveryDenialsKeyIsAText() throws IOException {
        var texts = keys("engine");
        texts.addAll(keys("strategy"));
        texts.removeIf(key -> !DENIES.matcher(key).matches() || OTHERWISE.contains(key));

        assertEquals(
                List.copyOf(texts),
                Stream.of(Denial.values())
                        .flatMap(denial -> denial.keys().stream())
                        .sorted()
                        .toList());
    }

    @Test
    void aReasonWithinAnotherHasTheCodeOfTheInnerOne() {
        var full = Message.of("engine.journal.failed", Message.plain("disk full"));
        var refused = Message.of("engine.refused.by.price-band", Message.plain("too far"));

        assertEquals(Denial.JOURNAL_FAILED, Denial.of(Message.of("engine.reduce-only.reduce", full)));
        assertEquals(Denial.REFUSED_PRICE, Denial.of(Message.of("engine.refused.again", refused, 4, "30s")));
        assertEquals(
                Denial.HALTED,
                Denial.of(Message.of("engine.no-quotes-because", Message.of("engine.no-quotes.halted"), full)));
        assertEquals(Denial.EXPOSED, Denial.of(Message.sequence(List.of(Message.of("engine.exposed", "B1"), full))));
    }

    @Test
    void whatNobodyNamedIsOtherAndNoError() {
        assertEquals(Denial.OTHER, Denial.of(Message.plain("whatever")));
        assertEquals(Denial.OTHER, Denial.of(Message.of("engine.refused.again")));
    }

    @Test
    void aCodeIsLowerCaseWithDashes() {
        assertEquals("book-silent", Denial.BOOK_SILENT.code());
    }
}
