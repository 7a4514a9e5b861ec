package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.SessionFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lending pool pays is income, and what is no interest is none. */
class InterestTest {

    private static final Duration SETTLES = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();

    private Bench lending() {
        bench.venue.books().lend(true);
        bench.passWithoutDesk(Duration.ofSeconds(1));
        return bench.started();
    }

    private BigDecimal paid() {
        var mid = new BigDecimal("150");
        return bench.venue.books().interest(Bench.START).stream()
                .map(paid -> paid.asset().equals("SOL") ? paid.quantity().multiply(mid) : paid.quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private SessionFigures report() {
        if (bench.all(Kind.REPORT).isEmpty()) {
            bench.command("quit", new DeskCommand.Quit(false));
            bench.pass(Duration.ofSeconds(1));
        }
        return bench.latest(DeskNews.SessionReported.class).figures();
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), expected.toPlainString() + " was " + actual.toPlainString());
    }

    @Test
    void interestIsIncomeOfItsOwnAndNoTransfer() {
        lending();

        bench.venue.books().payInterest();
        bench.pass(SETTLES);
        bench.venue.books().payInterest();
        bench.pass(SETTLES);

        bench.assertHoldings();
        assertEquals(List.of(), bench.told("engine.balance.transfer"));
        assertTrue(paid().signum() > 0);
        assertSame(paid(), report().parts().interest());
        assertSame(BigDecimal.ZERO, report().parts().transfers());
        assertSame(paid(), report().totals().pnl());
        assertSame(
                report().totals().pnl(),
                report().totals().realised().add(report().held().unrealised()));
        var interest = (String)
                Keys.values(bench.last(Kind.REPORT).text(), "engine.report.pnl").get(7);
        assertSame(paid().setScale(4, RoundingMode.HALF_EVEN), new BigDecimal(interest));
    }

    @Test
    void aPaymentThatIsListedLateIsWaitedFor() {
        lending();
        bench.venue.interestLag = Duration.ofMinutes(6);

        bench.venue.books().payInterest();
        bench.pass(Duration.ofMinutes(7));

        assertEquals(List.of(), bench.told("engine.balance.transfer"));
        assertEquals(
                1,
                Keys.of(bench.told("engine.interest")).stream()
                        .filter(line -> line.startsWith("engine.interest[0.05"))
                        .count());
        assertTrue(bench.venue.interestReads < 60, "reads " + bench.venue.interestReads);
        bench.assertHoldings();
        assertSame(BigDecimal.ZERO, report().parts().transfers());
    }

    @Test
    void aPaymentThatIsNeverListedIsATransferInTheEnd() {
        lending();
        bench.venue.interestLag = Duration.ofDays(1);

        bench.venue.books().payInterest();
        bench.pass(Duration.ofMinutes(12));

        bench.assertHoldings();
        assertSame(paid(), report().parts().transfers());
    }

    @Test
    void aDepositBesideInterestIsStillATransfer() {
        lending();

        bench.venue.books().deposit("USDC", "500");
        bench.venue.books().payInterest();
        bench.pass(SETTLES.multipliedBy(2));

        assertSame(paid(), report().parts().interest());
        assertSame(new BigDecimal("500"), report().parts().transfers());
        assertSame(paid(), report().totals().pnl());
    }

    @Test
    void aHistoryThatCannotBeReadHoldsNoDepositBackForLong() {
        lending();
        bench.venue.interestUnreadable = true;

        bench.venue.books().deposit("USDC", "500");
        bench.pass(Duration.ofMinutes(3));

        assertSame(new BigDecimal("500"), report().parts().transfers());
    }

    @Test
    void anAccountThatLendsNothingIsNotAskedForInterest() {
        bench.started();

        bench.venue.books().deposit("USDC", "500");
        bench.pass(SETTLES);

        assertEquals(0, bench.venue.interestReads);
        assertSame(new BigDecimal("500"), report().parts().transfers());
    }

    @Test
    void interestThatWasPaidWhileTheDeskWasDownIsBookedOnce() throws IOException {
        bench.venue.books().lend(true);
        bench.passWithoutDesk(Duration.ofSeconds(1));
        var lives = new Lives(bench, folder);
        bench.started();
        bench.venue.books().payInterest();
        bench.pass(SETTLES);
        bench.hit(Side.BID);
        bench.pass(SETTLES);

        lives.kill(Duration.ofHours(3));
        lives.restart(SETTLES);
        lives.kill(Duration.ofSeconds(1));
        lives.restart(SETTLES);

        assertEquals(List.of(), bench.told("engine.balance.transfer"));
        bench.assertHoldings();
        assertEquals(8, bench.venue.books().interest(Bench.START).size());
        assertSame(BigDecimal.ZERO, report().parts().transfers());
        assertSame(paid(), report().parts().interest());
        lives.close();
    }

    @Test
    void interestThatComesAllTheTimeIsBookedWhileTheDeskTrades() {
        lending();
        bench.venue.faults.add(Fault.LEND_INTEREST);

        for (int round = 0; round < 20; round++) {
            bench.hit(round % 2 == 0 ? Side.BID : Side.ASK);
            bench.pass(Duration.ofSeconds(5));
        }
        bench.venue.faults.clear();
        bench.pass(SETTLES);

        assertEquals(List.of(), bench.told("engine.balance.transfer"));
        bench.assertHoldings();
        assertSame(BigDecimal.ZERO, report().parts().transfers());
        assertSame(
                report().totals().pnl(),
                report().parts()
                        .captured()
                        .add(report().parts().markToMarket())
                        .subtract(report().parts().fees())
                        .add(report().parts().rebalance())
                        .add(report().parts().interest()));
    }
}
