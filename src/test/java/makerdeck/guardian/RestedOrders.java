package makerdeck.guardian;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.ServerSettings;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.SigningString;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketSource;

/** An embedded venue where nobody trades, and the orders of its account, placed and read without the client. */
public final class RestedOrders implements AutoCloseable {

    private static final Pattern PRICE = Pattern.compile("\"price\":\"([^\"]+)\"");
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final BackpackServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private long sequence;

    public RestedOrders() throws IOException {
        var clock = Clock.systemUTC();
        var market = new ExchangeSettings(
                ListedMarkets.find("SOL_USDC").orElseThrow(),
                new BigDecimal("150"),
                new MarketSource.Nobody(),
                7,
                Duration.between(Instant.EPOCH, clock.instant()).toNanos(),
                Duration.ZERO);
        var settings = new ServerSettings(0, Map.of("USDC", new BigDecimal("7000")), ExchangeSettings.STANDARD_FEES);
        server = BackpackServer.open(
                market,
                settings,
                new ServerRuntime(name -> Thread::new, clock, new SplittableRandom(7)),
                ServerListener.NONE);
    }

    public BackpackServer server() {
        return server;
    }

    /** A bid of one SOL by the desk of this tag. */
    public void place(int tag, String price) {
        var clientId = (long) tag << 24 | sequence++;
        var body = "{\"clientId\":" + clientId + ",\"orderType\":\"Limit\",\"postOnly\":true,\"price\":\"" + price
                + "\",\"quantity\":\"1\",\"side\":\"Bid\",\"symbol\":\"SOL_USDC\",\"timeInForce\":\"GTC\"}";
        var at = Instant.now();
        try {
            var text = SigningString.ofBody(Instruction.ORDER_EXECUTE, body, at, WINDOW);
            send(text, at, "/api/v1/order", request -> request.POST(HttpRequest.BodyPublishers.ofString(body)));
        } catch (MalformedMessageException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The prices of all open orders of the account, sorted. */
    public List<String> prices() {
        var at = Instant.now();
        var query = List.of(Map.entry("symbol", "SOL_USDC"));
        var text = SigningString.ofQuery(Instruction.ORDER_QUERY_ALL, query, at, WINDOW);
        var open = send(text, at, "/api/v1/orders?symbol=SOL_USDC", HttpRequest.Builder::GET);
        return PRICE.matcher(open)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private String send(String text, Instant at, String path, UnaryOperator<HttpRequest.Builder> method) {
        var signer = new Signer(server.credentials().secret());
        var request = HttpRequest.newBuilder(URI.create(server.apiUrl() + path))
                .header("Content-Type", "application/json")
                .header("X-API-Key", signer.publicKey())
                .header("X-Signature", signer.sign(text))
                .header("X-Timestamp", Long.toString(at.toEpochMilli()))
                .header("X-Window", Long.toString(WINDOW.toMillis()));
        try {
            var answer = http.send(method.apply(request).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new IllegalStateException(path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
