package makerdeck.backpack.client.stream;

import java.util.List;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.wire.Frame;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Market;
import makerdeck.message.Message;
import makerdeck.venue.MarketWitness;
import org.jspecify.annotations.Nullable;

/** Hands the frames of one market on to whoever listens at the time. Client thread only. */
public final class MarketTap {

    private final String symbol;
    private MarketWitness witness = MarketWitness.NONE;
    private @Nullable Market rules;
    private boolean hasHeard;
    private boolean asking;

    public MarketTap(String symbol) {
        this.symbol = symbol;
    }

    /** Somebody else listens from now on. */
    public void openTo(MarketWitness listener) {
        witness = listener;
        hasHeard = false;
        if (rules != null) {
            witness.rules(rules);
        }
    }

    public void rules(Market market) {
        rules = market;
        witness.rules(market);
    }

    void frame(Frame frame) {
        if (frame.data() instanceof StreamData.Depth depth && symbol.equals(depth.symbol())) {
            depth(depth);
        } else if (frame.data() instanceof StreamData.Trade trade && symbol.equals(trade.symbol())) {
            trade(trade);
        }
    }

    private void depth(StreamData.Depth depth) {
        var first = depth.firstUpdateId();
        var last = depth.lastUpdateId();
        if (first == null || last == null) {
            broken(Message.of("client.unreadable.missing", "U, u"));
            return;
        }
        hasHeard = true;
        witness.updated(
                new MarketWitness.Update(first, last, levels(depth.bids()), levels(depth.asks()), depth.engineTime()));
    }

    private static List<List<String>> levels(@Nullable List<List<String>> levels) {
        return levels == null ? List.of() : levels;
    }

    /** A trade that does not say all is none that could be played again. */
    private void trade(StreamData.Trade trade) {
        var id = trade.tradeId();
        var price = trade.price();
        var quantity = trade.quantity();
        var buyerIsMaker = trade.buyerIsMaker();
        if (id != null && price != null && quantity != null && buyerIsMaker != null) {
            hasHeard = true;
            witness.printed(new MarketWitness.Print(id, price, quantity, buyerIsMaker, trade.engineTime()));
        }
    }

    /** Tells that the venue is asked for its book; false when an earlier question is still open, whose answer will do. */
    boolean ask() {
        if (asking) {
            return false;
        }
        asking = true;
        witness.pictureAsked();
        return true;
    }

    void answered(DepthSnapshot snapshot) {
        asking = false;
        hasHeard = true;
        witness.pictured(new MarketWitness.Picture(snapshot.id(), snapshot.bids(), snapshot.asks()));
    }

    void unanswered() {
        asking = false;
    }

    /** Told once: until something is heard again nothing more can be missed. */
    void broken(Message why) {
        if (hasHeard) {
            hasHeard = false;
            witness.broken(why);
        }
    }

    boolean wantsPicture() {
        return !asking && witness.wantsPicture();
    }
}
