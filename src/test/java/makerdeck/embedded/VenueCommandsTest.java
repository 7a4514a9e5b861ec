package makerdeck.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import makerdeck.command.DeskCommand.Rehearse;
import makerdeck.command.DeskCommand.Rehearse.What;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.Test;

/** What can be typed to a venue that runs alone. */
class VenueCommandsTest {

    private final List<Rehearse> told = new ArrayList<>();
    private final VenueCommands commands = new VenueCommands(this::act, false);

    private Message act(Rehearse command) {
        told.add(command);
        return Message.plain("done");
    }

    private static String answer(VenueCommands to, String line) {
        return Keys.of(to.answer(line));
    }

    @Test
    void speaksTheLanguageOfTheDesk() {
        assertEquals("message.plain[done]", answer(commands, "venue fault ws-silence 30s"));
        assertEquals("message.plain[done]", answer(commands, "venue market wild"));

        assertEquals(
                List.of(
                        new Rehearse(What.FAULT, "ws-silence", Duration.ofSeconds(30)),
                        new Rehearse(What.MARKET, "wild", null)),
                told);
    }

    @Test
    void saysWhatIsWrong() {
        assertTrue(answer(commands, "venue fault ws-silent").contains("ws-silence"));
        assertNotEquals("message.plain[done]", answer(new VenueCommands(this::act, true), "venue market wild"));
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

        assertTrue(answer(failing, "venue market wild").contains("on purpose"));
        assertEquals("message.plain[done]", answer(failing, "venue market wild"));
    }

    @Test
    void takesNothingButVenueCommands() {
        assertEquals("program.venue.one-command", answer(commands, "halt"));
        assertEquals("program.venue.one-command", answer(commands, ""));
        assertEquals("program.venue.one-command", answer(commands, "venue calm; venue faults"));
    }

    @Test
    void everyLineHasItsAnswer() {
        var answers = new ArrayList<String>();

        commands.read(
                new BufferedReader(new StringReader("venue calm\nhalt\n")), answer -> answers.add(Keys.of(answer)));

        assertEquals(List.of("message.plain[done]", "program.venue.one-command"), answers);
    }
}
