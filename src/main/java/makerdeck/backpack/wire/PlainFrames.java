package makerdeck.backpack.wire;

import org.jspecify.annotations.Nullable;

/**
 * Reads updates of the book and trades that are spelled as the venue always spells them: its members in its order, no
 * blank, no escape, nothing left out. All else is left to {@link FrameReader}, which would say the same of these. Any
 * thread.
 */
final class PlainFrames {

    private static final String DEPTH = "depth";
    private static final String TRADE = "trade";

    // A socket tells of the same few names all the time. A thread that sees an older one spells its own out.
    private String symbol = "";
    private String depths = "";
    private String trades = "";

    /** Null for another kind of frame, and for one that is spelled in another way. */
    @Nullable
    Frame read(String text) {
        if (!text.endsWith("\"}")) {
            return null;
        }
        var cursor = new PlainCursor(text);
        cursor.pass("{\"data\":{\"E\":");
        long event = cursor.number();
        cursor.pass(",\"T\":");
        long engine = cursor.number();
        return cursor.passes(",\"U\":") ? depth(cursor, event, engine) : trade(cursor, event, engine);
    }

    private @Nullable Frame depth(PlainCursor cursor, long event, long engine) {
        long first = cursor.number();
        cursor.pass(",\"a\":[");
        var asks = cursor.levels();
        cursor.pass(",\"b\":[");
        var bids = cursor.levels();
        cursor.pass(",\"e\":\"depth\",\"s\":\"");
        var name = symbol(cursor);
        cursor.pass(",\"u\":");
        long last = cursor.number();
        cursor.pass("},\"stream\":\"");
        var stream = cursor.word(depths);
        cursor.pass("}");
        if (!cursor.isAtEnd() || !stream.startsWith("depth.")) {
            return null;
        }
        depths = stream;
        Long firstId = first;
        Long lastId = last == first ? firstId : Long.valueOf(last);
        return new Frame(stream, new StreamData.Depth(event, engine, firstId, asks, bids, DEPTH, name, lastId), null);
    }

    private @Nullable Frame trade(PlainCursor cursor, long event, long engine) {
        cursor.pass(",\"a\":\"");
        var seller = cursor.word();
        cursor.pass(",\"b\":\"");
        var buyer = cursor.word();
        cursor.pass(",\"e\":\"trade\",\"m\":");
        boolean buyerIsMaker = cursor.passes("true");
        cursor.pass(buyerIsMaker ? ",\"p\":\"" : "false,\"p\":\"");
        var price = cursor.word();
        cursor.pass(",\"q\":\"");
        var quantity = cursor.word();
        cursor.pass(",\"s\":\"");
        var name = symbol(cursor);
        cursor.pass(",\"t\":");
        long id = cursor.number();
        cursor.pass("},\"stream\":\"");
        var stream = cursor.word(trades);
        cursor.pass("}");
        if (!cursor.isAtEnd() || !stream.startsWith("trade.")) {
            return null;
        }
        trades = stream;
        return new Frame(
                stream,
                new StreamData.Trade(event, engine, seller, buyer, TRADE, buyerIsMaker, price, quantity, name, id),
                null);
    }

    private String symbol(PlainCursor cursor) {
        var name = cursor.word(symbol);
        symbol = name;
        return name;
    }
}
