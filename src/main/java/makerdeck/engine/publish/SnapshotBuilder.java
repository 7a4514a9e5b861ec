package makerdeck.engine.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.RecordControl;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.Previews;
import makerdeck.venue.Stream;

/** Makes a frame of the desk, out of what is known at that moment. Engine thread only. */
public final class SnapshotBuilder {

    private final EngineSettings settings;
    private final MarketData market;
    private final ConnectionState connection;
    private final ParameterHistory parameterHistory;
    private final Ledger ledger;
    private final StateRow headline;
    private final HistoryRows history;
    private final SnapshotRows rows;
    private final Supplier<Previews> previews;
    private final Supplier<Map<String, Instant>> faults;
    private final RecordControl recording;
    private final Supplier<DeskSnapshot.Counts> counts;
    private long sequence;

    public SnapshotBuilder(
            EngineSettings settings,
            MarketData market,
            ConnectionState connection,
            ParameterHistory parameterHistory,
            Ledger ledger,
            StateRow headline,
            HistoryRows history,
            SnapshotRows rows,
            Supplier<Previews> previews,
            Supplier<Map<String, Instant>> faults,
            RecordControl recording,
            Supplier<DeskSnapshot.Counts> counts) {
        this.settings = settings;
        this.market = market;
        this.connection = connection;
        this.parameterHistory = parameterHistory;
        this.ledger = ledger;
        this.headline = headline;
        this.history = history;
        this.rows = rows;
        this.previews = previews;
        this.faults = faults;
        this.recording = recording;
        this.counts = counts;
    }

    public DeskSnapshot at(Instant now) {
        history.refresh();
        return new DeskSnapshot(
                ++sequence,
                now,
                settings.mode(),
                settings.venue(),
                settings.symbol(),
                headline.state(),
                headline.reason().orElse(null),
                headline.startedAt(),
                headline.endsAt(),
                parameterHistory.parameters().duration(),
                market.knownRules().orElse(null),
                market.book(),
                market.bookAt(),
                rows.orders(),
                history.fills(),
                List.copyOf(market.trades()),
                rows.past(),
                ledger.totals(),
                ledger.earnings(now),
                rows.inventory(),
                rows.quoting(),
                rows.why(now),
                rows.curve(now),
                market.knownRules().isEmpty() ? null : market.rates().row(parameterHistory.parameters()),
                history.log(),
                history.alerts(),
                parameterHistory.rows(),
                parameterHistory.preset(),
                parameterHistory.undoState(),
                health(),
                faults.get(),
                previews.get(),
                counts.get());
    }

    private HealthRow health() {
        var health = connection.health();
        return new HealthRow(
                connection.isUp(Stream.PUBLIC),
                connection.isUp(Stream.PRIVATE),
                health.roundTrip(),
                health.clockOffset(),
                health.reconnects(),
                health.gaps(),
                health.requestsLastMinute(),
                health.requestLimit(),
                connection.frameAt(),
                connection.guardian(),
                connection.guardiansElsewhere().entrySet().stream()
                        .map(each -> new HealthRow.GuardianElsewhere(each.getKey(), each.getValue()))
                        .toList(),
                history.unread(),
                recording.state(),
                recording.capture());
    }
}
