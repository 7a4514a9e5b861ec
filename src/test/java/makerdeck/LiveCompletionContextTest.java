package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.console.SampleDesk;
import makerdeck.domain.Book;
import makerdeck.message.Message;
import makerdeck.settings.PresetFile;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCompletionContextTest {

    @TempDir
    private Path folder;

    private final SampleDesk desk = new SampleDesk();

    private Map<String, Message> orders() {
        var context = new LiveCompletionContext(
                desk::snapshot, new PresetFile(List.of(folder), Spoken.ENGLISH), List::of, Spoken.ENGLISH);
        return new LinkedHashMap<>(context.orders());
    }

    @Test
    void ordersAreToldByPriceWhatIsLeftAndDistanceFromTheMid() {
        assertEquals(Message.of("command.order-at", "148.17", "2.50", "-.09"), orders().get("B1"));
        assertEquals(Message.of("command.order-at", "148.46", "2.50", "+.11"), orders().get("A1"));
    }

    @Test
    void withoutABookNoDistanceIsTold() {
        desk.book = Book.EMPTY;

        assertEquals(Message.of("command.order", "148.17", "2.50"), orders().get("B1"));
    }
}
