package makerdeck.backpack.client.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.OddFills;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.Row;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.domain.Fill;
import makerdeck.message.Message;
import makerdeck.venue.OddFill;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;

/** Reads fills. Client thread only. */
public final class FillReads {

    private static final int PAGE = 1000;
    private static final int MOST_ROWS = 1_000_000;

    private final SignedReads reads;
    private final EventSink sink;

    public FillReads(SignedReads reads, EventSink sink) {
        this.reads = reads;
        this.sink = sink;
    }

    public void readFills(Instant from, WireDecoder rules) {
        readFillsPage(new Fills(from, new ArrayList<>(), new HashSet<>(), new LinkedHashSet<>()), 0, rules);
    }

    private void readFillsPage(Fills fills, int offset, WireDecoder rules) {
        // Oldest first, so that a fill that happens meanwhile does not push others across a page's edge.
        var query = List.of(
                Map.entry("symbol", rules.market().symbol()),
                Map.entry("from", String.valueOf(fills.from.toEpochMilli())),
                Map.entry("limit", String.valueOf(PAGE)),
                Map.entry("offset", String.valueOf(offset)),
                Map.entry("sortDirection", "Asc"),
                Map.entry("fillType", "User"));
        reads.send(
                ApiRequest.read("/wapi/v1/history/fills", Instruction.FILL_HISTORY_QUERY_ALL, query),
                (codec, body) -> fills(rules, codec, body),
                new ResponseHandler<>(
                        page -> {
                            var isNew = fills.add(page);
                            if (page.rows() < PAGE) {
                                sink.tell(new VenueEvent.FillsRead(
                                        sink.now(), fills.from, fills.oldestFirst(), List.copyOf(fills.odd)));
                            } else if (!isNew || offset >= MOST_ROWS) {
                                // Nobody has traded so much, and a venue that repeats itself would be asked for ever.
                                sink.tell(new VenueEvent.ReadFailed(
                                        sink.now(),
                                        Message.of("client.read.fills"),
                                        Refusal.OTHER,
                                        Message.of("client.read.repeats")));
                            } else {
                                readFillsPage(fills, offset + PAGE, rules);
                            }
                        },
                        why -> failed(Message.of("client.read.fills"), why)));
    }

    /** Row by row: one that cannot be read hides no other. */
    private static Page fills(WireDecoder rules, Codec codec, String body) throws MalformedMessageException {
        var fills = new ArrayList<Fill>();
        var odd = new ArrayList<OddFill>();
        var rows = codec.decodeRows(Orders.Fill.class, body);
        for (var row : rows) {
            try {
                if (isOf(rules.market().symbol(), row)) {
                    fills.add(fill(rules, row));
                }
            } catch (DecodeException e) {
                odd.add(OddFills.of(row, e));
            }
        }
        return new Page(fills, odd, rows.size());
    }

    private static boolean isOf(String symbol, Row<Orders.Fill> row) {
        var message = row.message();
        var named = message == null ? row.member("symbol") : message.symbol();
        return named == null || named.equals(symbol);
    }

    private static Fill fill(WireDecoder rules, Row<Orders.Fill> row) throws DecodeException {
        if (row.message() == null) {
            throw new DecodeException(Message.plain(row.trouble()));
        }
        return rules.fill(row.message());
    }

    private void failed(Message what, ApiRejection why) {
        sink.tell(new VenueEvent.ReadFailed(sink.now(), what, why.refusal(), why.message()));
    }

    private record Page(List<Fill> fills, List<OddFill> odd, int rows) {}

    /** The pages read so far, each fill once. */
    private record Fills(
            Instant from, List<Fill> rows, HashSet<Map.Entry<String, Long>> keys, LinkedHashSet<OddFill> odd) {

        /** False when all of it was known. */
        boolean add(Page page) {
            var isNew = odd.addAll(page.odd());
            for (var fill : page.fills()) {
                if (keys.add(Map.entry(fill.orderId(), fill.tradeId()))) {
                    isNew |= rows.add(fill);
                }
            }
            return isNew;
        }

        List<Fill> oldestFirst() {
            return rows.stream().sorted(Comparator.comparing(Fill::at)).toList();
        }
    }
}
