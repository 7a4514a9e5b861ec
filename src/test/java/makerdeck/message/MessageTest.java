package makerdeck.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {

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
