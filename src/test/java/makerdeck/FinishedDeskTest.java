package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class FinishedDeskTest {

    private final List<DeskCommand> sent = new ArrayList<>();

    private void hear(boolean stays, DeskState state) {
        var news = new DeskNews.StateChanged(state, null);
        new FinishedDesk(stays, Spoken.ENGLISH, (line, command) -> sent.add(command))
                .accept(new DeskEvent(1, Instant.EPOCH, Severity.INFO, Message.plain(""), news));
    }

    @Test
    void aFinishedDeskWithoutAScreenLeavesInOrder() {
        hear(false, DeskState.QUOTING);
        assertEquals(List.of(), sent);

        hear(false, DeskState.FINISHED);
        assertEquals(List.of(new DeskCommand.Quit(false)), sent);
    }

    @Test
    void oneThatIsToStayStays() {
        hear(true, DeskState.FINISHED);

        assertEquals(List.of(), sent);
    }
}
