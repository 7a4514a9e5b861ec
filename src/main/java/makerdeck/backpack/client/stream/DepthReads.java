package makerdeck.backpack.client.stream;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.ApiRequest;
import makerdeck.backpack.client.http.ResponseHandler;
import makerdeck.backpack.client.http.RestClient;

/** Reads the book over REST: whole, to begin with, or its top, to compare with. Client thread only. */
final class DepthReads {

    private static final int SMALLEST_DEPTH = 5;

    private final RestClient rest;
    private final String symbol;
    private final MarketTap tap;

    DepthReads(RestClient rest, String symbol, MarketTap tap) {
        this.rest = rest;
        this.symbol = symbol;
        this.tap = tap;
    }

    /** The whole book, which whoever listens is shown too. */
    void readBook(Consumer<DepthSnapshot> then, Consumer<ApiRejection> otherwise) {
        boolean shown = tap.ask();
        read(
                BookSides.SNAPSHOT_LEVELS,
                snapshot -> {
                    if (shown) {
                        tap.answered(snapshot);
                    }
                    then.accept(snapshot);
                },
                why -> {
                    if (shown) {
                        tap.unanswered();
                    }
                    otherwise.accept(why);
                });
    }

    /** The fewest levels that the venue answers with. */
    void readTop(Consumer<DepthSnapshot> then, Consumer<ApiRejection> otherwise) {
        read(SMALLEST_DEPTH, then, otherwise);
    }

    private void read(int levels, Consumer<DepthSnapshot> then, Consumer<ApiRejection> otherwise) {
        var query = List.of(Map.entry("symbol", symbol), Map.entry("limit", String.valueOf(levels)));
        rest.send(
                ApiRequest.open("/api/v1/depth", query), DepthSnapshot::decode, new ResponseHandler<>(then, otherwise));
    }
}
