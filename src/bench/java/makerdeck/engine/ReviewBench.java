package makerdeck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.engine.input.Input;
import makerdeck.venue.VenueEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The engine hears of another book: its best bid has moved by a tick, and every order may stay where it is. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReviewBench {

    private static final long BID = 14_999;
    private static final int DEEP = 20;

    @Param({"3", "10", "50"})
    int layers;

    private Bench bench = new Bench();
    private final List<Input> books = new ArrayList<>();
    private int next;

    @Setup
    public void desk() {
        bench = new Bench()
                .with(Map.of(
                        "layers", Integer.toString(layers),
                        "layer.growth", "1.01",
                        "spread", "0.4",
                        "spread.mode", "fixed",
                        "tolerance", "0.2"))
                .started();
        if (bench.resting().size() != 2 * layers) {
            throw new IllegalStateException(bench.resting().size() + " orders rest");
        }
        for (int moved = 0; moved < 2; moved++) {
            books.add(new Input.FromVenue(new VenueEvent.BookMoved(bench.clock.instant(), book(moved))));
        }
    }

    private static Book book(int moved) {
        var bids = new ArrayList<Level>();
        var asks = new ArrayList<Level>();
        for (int level = 0; level < DEEP; level++) {
            bids.add(new Level(new Price(BID - moved - level), new Quantity(10_000)));
            asks.add(new Level(new Price(BID + 2 + level), new Quantity(10_000)));
        }
        return new Book(bids, asks, 1L + moved);
    }

    @Benchmark
    public Object touchMoved() {
        next ^= 1;
        bench.engine.step(books.get(next));
        return bench.engine;
    }
}
