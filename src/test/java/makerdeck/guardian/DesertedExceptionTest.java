package makerdeck.guardian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import org.junit.jupiter.api.Test;

class DesertedExceptionTest {

    @Test
    void saysWhatItsCauseSays() {
        var said = Message.of("client.connection.refused");

        assertEquals(said, Message.about(new DesertedException(new UnavailableException(said))));
    }
}
