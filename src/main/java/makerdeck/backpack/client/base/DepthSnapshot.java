package makerdeck.backpack.client.base;

import static makerdeck.backpack.client.base.WireFields.present;

import java.util.List;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.message.Message;

/** The book over REST, as [price, quantity] in no order to rely on, and the id of its last change. */
public record DepthSnapshot(long id, List<List<String>> bids, List<List<String>> asks) {

    public static DepthSnapshot decode(Codec codec, String body) throws MalformedMessageException, DecodeException {
        var wire = codec.decode(Markets.DepthSnapshot.class, body);
        try {
            long id = Long.parseLong(present(wire.lastUpdateId(), "lastUpdateId"));
            return new DepthSnapshot(id, present(wire.bids(), "bids"), present(wire.asks(), "asks"));
        } catch (NumberFormatException e) {
            throw new DecodeException(Message.of("client.unreadable.no-number", "lastUpdateId"));
        }
    }
}
