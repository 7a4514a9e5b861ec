package makerdeck.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void otherNumbersSayTheSame() {
        assertTrue(Message.of("engine.gate.silent", 3).isSame(Message.of("engine.gate.silent", 44)));
        assertFalse(Message.of("engine.gate.silent", 3).isSame(Message.of("engine.gate.lag", 3)));
    }

    @Test
    void whatIsInsideCountsByItsKeyToo() {
        var jump = Message.of("engine.why", Message.of("engine.gate.jump", 2));

        assertTrue(jump.isSame(Message.of("engine.why", Message.of("engine.gate.jump", 5))));
        assertFalse(jump.isSame(Message.of("engine.why", Message.of("engine.gate.lag", 2))));
        assertFalse(
                Message.list("engine.list", List.of(jump, jump)).isSame(Message.list("engine.list", List.of(jump))));
    }

    @Test
    void aCountHasItsOwnTextForOne() {
        assertEquals(Message.of("engine.orders.one", 1L, "x"), Message.count("engine.orders", 1, "x"));
        assertEquals(Message.of("engine.orders.many", 0L), Message.count("engine.orders", 0));
    }

    @Test
    void valuesAreTextsAndNumbersAndNothingThatMayChange() {
        assertEquals(
                List.of("a/b", "null", 3, 4L, new BigDecimal("0.10")),
                Message.of("k", Path.of("a/b"), null, 3, 4L, new BigDecimal("0.10"))
                        .values());
        assertThrows(IllegalArgumentException.class, () -> new Message("k", List.of(Map.of())));
        var values = new ArrayList<Object>(List.of("a"));
        var message = new Message("k", values);
        values.set(0, "b");
        assertEquals(List.of("a"), message.values());
    }

    @Test
    void aMistakeCarriesWhatIsToBeSaid() {
        var said = Message.of("text.no-key");

        assertEquals(said, new MistakeException(said).said());
        assertEquals("text.no-key", new MistakeException(said).getMessage());
    }
}
