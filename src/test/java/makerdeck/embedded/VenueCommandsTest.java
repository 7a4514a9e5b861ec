package makerdeck.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import makerdeck.command.DeskCommand.Rehearse;
import makerdeck.command.DeskCommand.Rehearse.What;
import org.junit.jupiter.api.Test;

/** What can be typed to a venue that runs alone. */
class VenueCommandsTest {

    private final List<Rehearse> told = new ArrayList<>();
    private final VenueCommands commands = new VenueCommands(this::act, false);

    private String act(Rehearse command) {
        told.add(command);
        return "done";
    }

    @Test
    void speaksTheLanguageOfTheDesk() {
        assertEquals("done", commands.answer("venue fault ws-silence 30s"));
        assertEquals("done", commands.answer("venue market wild"));

        assertEquals(
                List.of(
                        new Rehearse(What.FAULT, "ws-silence", Duration.ofSeconds(30)),
                        new Rehearse(What.MARKET, "wild", null)),
                told);
    }

    @Test
    void saysWhatIsWrong() {
        assertTrue(commands.answer("venue fault ws-silent").contains("ws-silence"));
        assertNotEquals("done", new VenueCommands(this::act, true).answer("venue market wild"));
        assertEquals(List.of(), told);
    }

    @Test
    void whatFailsIsTheAnswerAndTheNextLineIsRead() {
        var failing = new VenueCommands(
                command -> {
                    if (told.isEmpty()) {
                        told.add(command);
                        throw new IllegalStateException("on purpose");
                    }
                    return act(command);
                },
                false);

        assertTrue(failing.answer("venue market wild").contains("on purpose"));
        assertEquals("done", failing.answer("venue market wild"));
    }

    @Test
    void takesNothingButVenueCommands() {
        assertEquals("one venue command a line, nothing else", commands.answer("halt"));
        assertEquals("one venue command a line, nothing else", commands.answer(""));
        assertEquals("one venue command a line, nothing else", commands.answer("venue calm; venue faults"));
    }

    @Test
    void everyLineHasItsAnswer() {
        var out = new ByteArrayOutputStream();

        commands.read(
                new BufferedReader(new StringReader("venue calm\nhalt\n")),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertEquals("done\none venue command a line, nothing else\n", out.toString(StandardCharsets.UTF_8));
    }
}
