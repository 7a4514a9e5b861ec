package makerdeck.simulator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.simulator.faults.Fault;
import org.junit.jupiter.api.Test;

class ExecutionTest {

    private static final Execution FILL = new Execution(
            7,
            9,
            null,
            Side.BID,
            OrderType.LIMIT,
            new Price(15_000),
            new Quantity(200),
            new BigDecimal("0.0016"),
            "SOL",
            true,
            1);

    private static List<Execution> told(Fault... wrong) {
        var on = EnumSet.noneOf(Fault.class);
        on.addAll(List.of(wrong));
        return FILL.told(on::contains);
    }

    @Test
    void isToldOnceAsItIsWhileNothingGoesWrong() {
        assertEquals(List.of(FILL), told());
    }

    @Test
    void isNotToldWhileFillsAreMissingWhateverElseGoesWrong() {
        assertEquals(List.of(), told(Fault.FILLS_MISSING, Fault.FILLS_OVERSIZED, Fault.FILLS_RENUMBERED));
    }

    @Test
    void tooMuchOfItAndItsSecondNumberAreToldTogether() {
        var both = told(Fault.FILLS_OVERSIZED, Fault.FILLS_RENUMBERED);

        assertEquals(2, both.size());
        assertEquals(told(Fault.FILLS_OVERSIZED), both.subList(0, 1));
        assertEquals(told(Fault.FILLS_RENUMBERED).get(1), both.get(1));
        assertEquals(FILL.tradeId(), both.get(0).tradeId());
        assertTrue(both.get(0).quantity().compareTo(FILL.quantity()) > 0);
        assertTrue(both.get(1).tradeId() != FILL.tradeId());
        assertEquals(FILL.quantity(), both.get(1).quantity());
    }
}
