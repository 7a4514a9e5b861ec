package makerdeck.backpack.client.calls;

import static makerdeck.backpack.client.base.WireFields.decimal;
import static makerdeck.backpack.client.base.WireFields.present;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.client.http.VenueClock;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.domain.Candle;
import makerdeck.message.Message;
import makerdeck.venue.VenueEvent;
import org.tinylog.Logger;

/** Reads what traded in past minutes. Client thread only. */
public final class CandleReads {

    private final RestClient rest;
    private final EventSink sink;
    private final VenueClock venueClock;
    private final String symbol;

    public CandleReads(RestClient rest, EventSink sink, VenueClock venueClock, String symbol) {
        this.rest = rest;
        this.sink = sink;
        this.venueClock = venueClock;
        this.symbol = symbol;
    }

    public void read(Instant from) {
        var since = venueClock.offset().map(from::plus).orElse(from);
        var query = List.of(
                Map.entry("symbol", symbol),
                Map.entry("interval", "1m"),
                Map.entry("startTime", String.valueOf(since.getEpochSecond())));
        rest.send(
                ApiRequest.open("/api/v1/klines", query),
                CandleReads::traded,
                new ResponseHandler<>(
                        minutes -> sink.tell(new VenueEvent.CandlesRead(sink.now(), from, whole(minutes, since))),
                        why -> sink.tell(new VenueEvent.ReadFailed(
                                sink.now(), Message.of("client.read.past-minutes"), why.refusal(), why.message()))));
    }

    private static List<Candle> traded(Codec codec, String body) throws MalformedMessageException {
        var candles = new ArrayList<Candle>();
        for (var row : codec.decodeRows(Markets.Kline.class, body)) {
            var minute = row.message();
            try {
                // Prices are null when nothing traded.
                if (minute != null && minute.high() != null && minute.low() != null) {
                    candles.add(candle(minute));
                }
            } catch (DecodeException odd) {
                // A minute is missing, as if nothing had traded in it.
                Logger.warn("a past minute cannot be read: {}", odd.said());
            }
        }
        return candles;
    }

    private static Candle candle(Markets.Kline row) throws DecodeException {
        try {
            var start = WireDecoder.isoTime(present(row.start(), "start").replace(' ', 'T'));
            return new Candle(
                    start,
                    decimal(row.open(), "open"),
                    decimal(row.high(), "high"),
                    decimal(row.low(), "low"),
                    decimal(row.close(), "close"),
                    decimal(row.trades(), "trades").longValue());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new DecodeException(Message.plain(String.valueOf(e.getMessage())));
        }
    }

    /** The minute that still runs says too little, the one that began before the question too much. */
    private List<Candle> whole(List<Candle> candles, Instant since) {
        var now = venueClock.now();
        return candles.stream()
                .filter(candle ->
                        !candle.start().isBefore(since) && !candle.end().isAfter(now))
                .sorted(Comparator.comparing(Candle::start))
                .toList();
    }
}
