package makerdeck.laboratory.backtest;

import static makerdeck.laboratory.backtest.Results.bid;
import static makerdeck.laboratory.backtest.Results.comparison;
import static makerdeck.laboratory.backtest.Results.finished;
import static makerdeck.laboratory.backtest.Results.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import makerdeck.laboratory.model.Halt;
import makerdeck.laboratory.report.TextReport;
import makerdeck.message.Message;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class ResultTablesTest {

    /** Seeds 1 and 2; of seed 2 only the desk is finished. */
    private final Finished finished = finished(
            comparison("1..2"),
            result("0.85", bid("149.85", "150.00"), bid("149.86", "149.80")),
            result("0"),
            result("-0.15", bid("149.85", "149.97")));

    private static List<String> lines(ResultTable table) {
        return table.csv("heading").lines().toList();
    }

    @Test
    void everyRunIsALine() {
        assertEquals(
                List.of(
                        "# heading",
                        "seed,strategy,hours,fills,volume_base,volume_quote,captured,inventory,fees,rebalance,pnl,alpha,"
                                + "alpha_per_hour,max_drawdown,uptime_bid_percent,uptime_ask_percent,requests,"
                                + "halted_after_seconds,halted",
                        "1,desk,2.0000,2,1.5,225,0.5,-3.25,0.4,0,-3.15,0.85,0.4250,12.12345679,95.0000,100.0000,60,,",
                        "1,hold,2.0000,0,1.5,225,0.5,-3.25,0.4,0,-3.15,0,0.0000,12.12345679,95.0000,100.0000,60,,",
                        "2,desk,2.0000,1,1.5,225,0.5,-3.25,0.4,0,-3.15,-0.15,-0.0750,12.12345679,95.0000,100.0000,60,,"),
                lines(ResultTables.runs(finished)));
    }

    @Test
    void aHaltedRunIsNamed() {
        var why = Message.of("engine.limit.max-loss");
        var halted = finished(
                comparison("7"),
                Results.halted(new Halt(Duration.ofMinutes(65), why), bid("149.85", "150.00")),
                result("0"));

        assertTrue(lines(ResultTables.runs(halted)).get(2).endsWith(",60,3900.0000,engine.limit.max-loss"));
        var text = TextReport.of(BacktestReport.of(halted), Spoken.ENGLISH);
        assertTrue(text.contains("desk, seed 7: halted after 65 min"), text);
        assertFalse(TextReport.of(BacktestReport.of(finished), Spoken.ENGLISH).contains("halted"));
    }

    @Test
    void everyFillIsALineWithNothingWhereNothingIsKnown() {
        // 0.15 of 150 are 10 bp; 0.15 of 149.85 are 10.0100 bp.
        assertEquals(
                "1,desk,2026-01-01T00:00:01Z,bid,1,149.85,0.5,0.05994,maker,150,10.0000,,-1.5000,0.2500,30.0000,10.0100,,"
                        + "10.0100,",
                lines(ResultTables.fills(finished)).get(2));
        assertEquals(5, lines(ResultTables.fills(finished)).size());
    }

    @Test
    void theCurveCountsByBasisPointWithIntervalsOverTheSeeds() {
        var curve = lines(ResultTables.curve(finished));

        assertEquals(4, curve.size());
        // 149.86 is 9.33 bp away: once in seed 1, so 0.5 and 0 an hour; t(1) is 12.7062, deviation 0.3536, and nothing
        // is filled less than never.
        assertEquals("desk,9,10,1,0.2500,0.0000,3.4266,-4.0037,,", curve.get(2));
        // Once an hour in neither: 0.5 and 0.5. After 30 s +0.15 and +0.12 of 149.85.
        assertEquals("desk,10,11,2,0.5000,0.5000,0.5000,9.0090,-3.7099,21.7279", curve.get(3));
    }

    @Test
    void theHashIsOfAllThatTheResultsDependOn() {
        var one = comparison("1..2");

        assertEquals(one.hash(), comparison("1,2").hash());
        assertNotEquals(one.hash(), comparison("1..3").hash());
        assertEquals(64, one.hash().length());
        assertEquals("makerdeck/1.2.3 seeds=1,2 inputs=sha256:" + one.hash(), one.heading());
    }

    @Test
    void aCellThatNeedsQuotesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ResultTable("a").add("x,y"));
    }
}
