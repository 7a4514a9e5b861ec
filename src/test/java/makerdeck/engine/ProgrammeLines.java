package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.engine.input.Input;
import makerdeck.journal.Entry;
import makerdeck.venue.VenueEvent;

/** What a desk heard and wrote down, as lines for {@code src/test/python/programme.py}. */
final class ProgrammeLines {

    private final Bench bench;
    private final Market rules;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> bands;

    /** Every entry is handed on. */
    ProgrammeLines(Bench bench, Map<String, String> bands) {
        this.bench = bench;
        rules = bench.exchange.market().rules();
        this.bands = new java.util.TreeMap<>(bands);
        add("bands", bands.getOrDefault("programme.near", ""), bands.getOrDefault("programme.far", ""));
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }

    private void add(String kind, Object... words) {
        var line = new StringBuilder(kind).append(' ').append(nanos(bench.clock.instant()));
        for (var word : words) {
            line.append(' ').append(word instanceof BigDecimal number ? number.toPlainString() : word);
        }
        lines.add(line.toString());
    }

    List<String> lines() {
        return lines;
    }

    void killed() {
        add("killed");
    }

    void written(Entry entry) {
        if (entry instanceof Entry.BooksOpened) {
            add("opened");
        } else if (entry instanceof Entry.OrderMoved order) {
            add(
                    "order",
                    order.clientId(),
                    order.side(),
                    order.price(),
                    order.quantity(),
                    order.state(),
                    order.executed());
        } else if (entry instanceof Entry.FillBooked fill) {
            add(
                    "fill",
                    nanos(fill.at()),
                    fill.clientId() == null ? "-" : fill.clientId(),
                    fill.price(),
                    fill.quantity(),
                    fill.maker() ? "yes" : "no",
                    fill.role().equals(Entry.FillBooked.EXTERNAL) ? "no" : "yes");
        } else if (entry instanceof Entry.ParameterChanged changed && bands.containsKey(changed.key())) {
            bands.put(changed.key(), changed.after());
            add("bands", bands.getOrDefault("programme.near", ""), bands.getOrDefault("programme.far", ""));
        }
    }

    void heard(Input input) {
        if (!(input instanceof Input.FromVenue from)) {
            add("tick");
        } else if (from.event() instanceof VenueEvent.BookMoved moved) {
            add("book", nanos(moved.at()), best(moved, Side.BID), best(moved, Side.ASK));
        } else if (from.event() instanceof VenueEvent.BookLost) {
            add("lost");
        } else if (from.event() instanceof VenueEvent.StreamUp up) {
            add("up", up.stream());
        } else if (from.event() instanceof VenueEvent.StreamDown down) {
            add("down", down.stream());
        } else if (from.event() instanceof VenueEvent.Traded traded) {
            add(
                    "trade",
                    rules.decimal(traded.trade().price()),
                    rules.decimal(traded.trade().quantity()));
        } else if (from.event() instanceof VenueEvent.OrderChanged changed) {
            var id = changed.order().clientId();
            add(
                    "seen",
                    id == null ? "-" : id.value(),
                    rules.decimal(changed.order().filled()));
        } else {
            add("tick");
        }
    }

    private String best(VenueEvent.BookMoved moved, Side side) {
        return moved.book()
                .best(side)
                .map(Level::price)
                .map(rules::decimal)
                .map(BigDecimal::toPlainString)
                .orElse("-");
    }
}
