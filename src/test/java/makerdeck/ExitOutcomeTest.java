package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitOutcomeTest {

    @Test
    void whatElseIsWrongHasACodeOfItsOwnUnlessThereIsOneAlready() {
        var well = new ExitOutcome(ExitCode.OK, List.of(), List.of("0 orders left"));
        var wrong = ExitOutcome.of(ExitCode.ORDERS_LEFT, "one is left");

        assertEquals(
                new ExitOutcome(8, List.of("cut"), List.of("0 orders left")), well.but(ExitCode.JOURNAL_CUT, "cut"));
        assertEquals(
                new ExitOutcome(5, List.of("one is left", "cut"), List.of()), wrong.but(ExitCode.JOURNAL_CUT, "cut"));
    }
}
