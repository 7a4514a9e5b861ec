package makerdeck.laboratory.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import makerdeck.domain.Market;
import makerdeck.journal.Entry;
import makerdeck.laboratory.model.Halt;
import makerdeck.laboratory.model.Money;
import makerdeck.laboratory.model.RunFill;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** What a trader writes down, as far as the result needs it. */
final class RunJournal implements Consumer<Entry> {

    private static final String HALTED = "HALTED";

    private final Market rules;
    private final Map<FillKey, Entry.FillBooked> fills = new LinkedHashMap<>();
    private final Map<FillKey, Map<Integer, BigDecimal>> mids = new HashMap<>();
    private Entry.@Nullable BooksOpened opened;
    private Entry.@Nullable BooksValued valued;
    private Duration bids = Duration.ZERO;
    private Duration asks = Duration.ZERO;
    private Entry.@Nullable StateChanged halted;

    RunJournal(Market rules) {
        this.rules = rules;
    }

    @Override
    public void accept(Entry entry) {
        if (entry instanceof Entry.FillBooked fill) {
            fills.put(new FillKey(fill.orderId(), fill.tradeId()), fill);
        } else if (entry instanceof Entry.MarkedOut marked) {
            mids.put(new FillKey(marked.orderId(), marked.tradeId()), marked.mids());
        } else if (entry instanceof Entry.BooksValued value) {
            valued = value;
        } else if (entry instanceof Entry.BooksOpened opening) {
            opened = opening;
        } else if (entry instanceof Entry.MinuteQuoted minute) {
            bids = bids.plus(minute.bids().quoted());
            asks = asks.plus(minute.asks().quoted());
        } else if (entry instanceof Entry.StateChanged changed && !isLeaving(changed)) {
            halted = changed.state().equals(HALTED) ? changed : null;
        }
    }

    private static boolean isLeaving(Entry.StateChanged changed) {
        return changed.state().equals("STOPPING") || changed.state().equals("STOPPED");
    }

    /** What the books say; empty when none were opened. */
    Optional<Money> money(BigDecimal drawdown) {
        if (opened == null || valued == null) {
            return Optional.empty();
        }
        var parts = valued.parts();
        var basket = opened.opening()
                .base()
                .multiply(valued.holding().mid().subtract(opened.opening().mid()));
        return Optional.of(new Money(
                parts.captured(),
                parts.inventory(),
                parts.fees(),
                parts.rebalance(),
                valued.pnl(),
                valued.pnl().subtract(basket),
                drawdown));
    }

    BigDecimal volumeBase() {
        return fills.values().stream().map(Entry.FillBooked::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal volumeQuote() {
        return fills.values().stream()
                .map(fill -> fill.quantity().multiply(fill.price()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Duration bids() {
        return bids;
    }

    Duration asks() {
        return asks;
    }

    /** Since when and why the desk stands halted, null when it does not. */
    @Nullable
    Halt halted(Instant start) {
        if (halted == null) {
            return null;
        }
        var why = halted.reason() == null ? Message.plain(HALTED) : halted.reason();
        return new Halt(Duration.between(start, halted.at()), why);
    }

    /** Oldest first, with what was known before each. */
    List<RunFill> fills(Watch watch) {
        var told = new ArrayList<RunFill>();
        fills.forEach((key, fill) -> {
            var before = watch.before(key).orElse(null);
            told.add(new RunFill(
                    fill.at(),
                    fill.side(),
                    fill.layer() == null ? 0 : fill.layer(),
                    fill.price(),
                    fill.quantity(),
                    feeInQuote(fill),
                    fill.maker(),
                    before == null ? null : before.mid(),
                    before == null ? null : before.known(),
                    mids.getOrDefault(key, Map.of())));
        });
        return told;
    }

    private BigDecimal feeInQuote(Entry.FillBooked fill) {
        return fill.feeAsset().equals(rules.base()) ? fill.fee().multiply(fill.price()) : fill.fee();
    }
}
