package makerdeck.backpack.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.Instruction;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Orders;
import makerdeck.domain.Fill;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;

/** Reads fills. Client thread only. */
final class MoneyReads {

    private static final int PAGE = 1000;

    private final Reads reads;
    private final Reporter reporter;

    MoneyReads(Reads reads, Reporter reporter) {
        this.reads = reads;
        this.reporter = reporter;
    }

    void readFills(Instant from, Interpreter rules) {
        readFillsPage(new Fills(from, new ArrayList<>(), new HashSet<>()), 0, rules);
    }

    private void readFillsPage(Fills fills, int offset, Interpreter rules) {
        // Oldest first, so that a fill that happens meanwhile does not push others across a page's edge.
        var query = List.of(
                Map.entry("symbol", rules.market().symbol()),
                Map.entry("from", String.valueOf(fills.from.toEpochMilli())),
                Map.entry("limit", String.valueOf(PAGE)),
                Map.entry("offset", String.valueOf(offset)),
                Map.entry("sortDirection", "Asc"));
        reads.send(
                Ask.read("/wapi/v1/history/fills", Instruction.FILL_HISTORY_QUERY_ALL, query),
                (codec, body) -> fills(rules, codec, body),
                new Reading<>(
                        page -> {
                            fills.add(page);
                            if (page.size() < PAGE) {
                                reporter.tell(
                                        new VenueEvent.FillsRead(reporter.now(), fills.from, fills.oldestFirst()));
                            } else {
                                readFillsPage(fills, offset + PAGE, rules);
                            }
                        },
                        why -> failed(Words.say("client.read.fills"), why)));
    }

    private static List<Fill> fills(Interpreter rules, Codec codec, String body)
            throws MalformedMessageException, UnreadableException {
        var fills = new ArrayList<Fill>();
        for (var row : codec.decodeList(Orders.Fill.class, body)) {
            fills.add(rules.fill(row));
        }
        return fills;
    }

    private void failed(String what, Rejection why) {
        reporter.tell(new VenueEvent.ReadFailed(reporter.now(), what, why.refusal(), why.message()));
    }

    /** The pages read so far, each fill once. */
    private record Fills(Instant from, List<Fill> rows, HashSet<Map.Entry<String, Long>> keys) {

        void add(List<Fill> page) {
            for (var fill : page) {
                if (keys.add(Map.entry(fill.orderId(), fill.tradeId()))) {
                    rows.add(fill);
                }
            }
        }

        List<Fill> oldestFirst() {
            return rows.stream().sorted(Comparator.comparing(Fill::at)).toList();
        }
    }
}
