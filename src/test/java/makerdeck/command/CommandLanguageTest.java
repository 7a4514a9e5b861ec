package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Side;
import org.junit.jupiter.api.Test;

class CommandLanguageTest {

    private final CommandLanguage language = new CommandLanguage(new FixedSurroundings());

    @Test
    void setTakesSeveralKeysAtOnce() {
        var parsed = language.parse("set layers 5 spread=0.4");

        assertEquals(
                new Parsed.Commands(
                        List.of(new DeskCommand.SetParameters(Map.of("layers", "5", "spread", "0.4"))), Risk.CHANGES),
                parsed);
    }

    @Test
    void pauseTakesASideAndALength() {
        assertEquals(
                new Parsed.Commands(List.of(new DeskCommand.Pause(Side.BID, Duration.ofMinutes(10))), Risk.LOWERS),
                language.parse("PAUSE bid for 10m"));
        assertEquals(
                new Parsed.Commands(List.of(new DeskCommand.Pause(null, Duration.ofMinutes(10))), Risk.LOWERS),
                language.parse("pau for 10m"));
    }

    @Test
    void aWrongValueIsAMistakeAtItsPlace() {
        assertEquals(
                new Parsed.Mistake("spread must be 0.001..20 %, was 25; nearest legal is 20", 11, 13),
                language.parse("set spread 25"));
    }
}
