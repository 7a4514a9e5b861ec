package makerdeck.backpack.client;

import static makerdeck.backpack.client.WireText.present;

import java.util.List;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.words.Words;

/** The book over REST, as [price, quantity] in no order to rely on, and the id of its last change. */
record Snapshot(long id, List<List<String>> bids, List<List<String>> asks) {

    static Snapshot decode(Codec codec, String body) throws MalformedMessageException, UnreadableException {
        var wire = codec.decode(Markets.DepthSnapshot.class, body);
        try {
            long id = Long.parseLong(present(wire.lastUpdateId(), "lastUpdateId"));
            return new Snapshot(id, present(wire.bids(), "bids"), present(wire.asks(), "asks"));
        } catch (NumberFormatException e) {
            throw new UnreadableException(Words.say("client.unreadable.no-number", "lastUpdateId"));
        }
    }
}
