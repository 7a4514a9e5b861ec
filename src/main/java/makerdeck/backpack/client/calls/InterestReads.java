package makerdeck.backpack.client.calls;

import static makerdeck.backpack.client.base.WireFields.decimal;
import static makerdeck.backpack.client.base.WireFields.present;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.wire.Account;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Row;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.domain.Interest;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Reads what the lending pool has paid. The call knows no times, so pages are read newest first until one is old
 * enough. Shape and names are those of the exchange's OpenAPI description ({@code GET /wapi/v1/history/interest},
 * {@code InterestPayment}): the payment's type says who pays, and neither it nor the quantity's sign alone is
 * documented to tell, so a debt's interest is negative however it is written.
 *
 * <p>Client thread only.
 */
public final class InterestReads {

    private static final int PAGE = 100;
    private static final int MOST_ROWS = 100_000;

    private final SignedReads reads;
    private final EventSink sink;

    public InterestReads(SignedReads reads, EventSink sink) {
        this.reads = reads;
        this.sink = sink;
    }

    /** The payments read so far. */
    private record Payments(Instant asked, Instant from, Map<String, Interest> found) {}

    /** One page: what could be read of it, and whether older ones may follow. */
    private record Page(List<Interest> payments, boolean full) {}

    public void read(Instant from) {
        readPage(new Payments(sink.now(), from, new LinkedHashMap<>()), 0);
    }

    private void readPage(Payments payments, int offset) {
        var query = List.of(
                Map.entry("limit", String.valueOf(PAGE)),
                Map.entry("offset", String.valueOf(offset)),
                Map.entry("sortDirection", "Desc"),
                Map.entry("source", "BorrowLend"));
        reads.send(
                ApiRequest.read("/wapi/v1/history/interest", Instruction.INTEREST_HISTORY_QUERY_ALL, query),
                InterestReads::page,
                new ResponseHandler<>(
                        page -> take(payments, page, offset),
                        why -> sink.tell(new VenueEvent.ReadFailed(
                                sink.now(), Message.of("client.read.interest"), why.refusal(), why.message()))));
    }

    private void take(Payments payments, Page page, int offset) {
        var reached = !page.full;
        var before = payments.found.size();
        for (var payment : page.payments) {
            if (payment.at().isBefore(payments.from)) {
                reached = true;
            } else {
                payments.found.putIfAbsent(payment.key(), payment);
            }
        }
        if (reached) {
            sink.tell(new VenueEvent.InterestRead(sink.now(), payments.asked, List.copyOf(payments.found.values())));
        } else if (payments.found.size() == before || offset >= MOST_ROWS) {
            // Nobody is paid so often, and a venue that repeats itself would be asked for ever.
            sink.tell(new VenueEvent.ReadFailed(
                    sink.now(), Message.of("client.read.interest"), Refusal.OTHER, Message.of("client.read.repeats")));
        } else {
            readPage(payments, offset + PAGE);
        }
    }

    /** A row that cannot be read is left out: what it says will differ from the books as long as nobody explains it. */
    private static Page page(Codec codec, String body) throws MalformedMessageException {
        var rows = codec.decodeRows(Account.InterestPayment.class, body);
        var payments = new ArrayList<Interest>();
        for (var row : rows) {
            try {
                payments.add(payment(row));
            } catch (DecodeException odd) {
                Logger.warn("a row of interest is left out: {}", odd.said());
            }
        }
        return new Page(payments, rows.size() >= PAGE);
    }

    private static Interest payment(Row<Account.InterestPayment> read) throws DecodeException {
        var row = read.message();
        if (row == null) {
            throw new DecodeException(Message.plain(read.trouble()));
        }
        var asset = present(row.symbol(), "symbol");
        var timestamp = present(row.timestamp(), "timestamp");
        var quantity = decimal(row.quantity(), "quantity");
        var key = String.join(
                " ",
                timestamp,
                asset,
                String.valueOf(row.positionId()),
                String.valueOf(row.paymentType()),
                quantity.stripTrailingZeros().toPlainString());
        return new Interest(WireDecoder.isoTime(timestamp), asset, signed(row.paymentType(), quantity), key);
    }

    private static BigDecimal signed(@Nullable String type, BigDecimal quantity) {
        return switch (String.valueOf(type)) {
            case "Borrow", "EntryFee" -> quantity.abs().negate();
            default -> quantity;
        };
    }
}
