package makerdeck.backpack.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import makerdeck.backpack.wire.StreamData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a venue has said that it should not have is in its capture, too: the session goes on. */
class OddSessionTest {

    private static StreamData.Depth change(long id, @Nullable String price) {
        return new StreamData.Depth(1L, 1L, id, List.of(Arrays.asList(price, "1")), List.of(), "depth", "SOL_USDC", id);
    }

    private static String picture(long id) {
        return "{\"asks\":[[\"151\",\"1\"]],\"bids\":[],\"lastUpdateId\":\"" + id + "\",\"timestamp\":1}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "null"})
    void aChangeThatIsNoneMakesTheBookUnknownUntilTheNextPicture(String price) {
        var book = new CapturedBook();
        book.picture(picture(5));
        book.changed(change(6, "152"));
        assertTrue(book.answer(10).orElse("").contains("152"));

        book.changed(change(7, price.equals("null") ? null : price));
        assertEquals(Optional.empty(), book.answer(10));
        book.changed(change(8, "153"));
        assertEquals(Optional.empty(), book.answer(10));

        book.picture(picture(8));
        book.changed(change(9, "154"));
        assertTrue(book.answer(10).orElse("").contains("154"));
    }

    @Test
    void aTimeThatIsNoneStaysAsItWas() {
        var now = Instant.parse("2026-09-01T12:00:00Z");
        var time = new SessionTime(Clock.fixed(now, ZoneOffset.UTC), 1, 0, now.minusSeconds(60));
        var odd = "[{\"createdAt\":\"9999-12-31T23:59:59\"},{\"createdAt\":\"2026-13-01T00:00:00\"}]";

        assertEquals(odd, new MovedTimes(time).answer("/api/v1/orders", odd));
    }
}
