package makerdeck.backpack.server.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Endpoint;
import makerdeck.backpack.server.base.Topic;
import makerdeck.domain.OrderStatus;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.faults.FaultPlan;
import makerdeck.simulator.model.Execution;

/** What goes wrong on purpose with calls, frames and time. Any thread; never blocks. */
public final class FaultInjector {

    static final Duration SLOW_HALF = Duration.ofMillis(1250);
    private static final Duration LATE = Duration.ofMillis(1200);
    private static final Duration CLOCK_STEP = Duration.ofSeconds(10);
    private static final int GAP_EVERY = 10;

    private final FaultPlan plan;
    private final LongSupplier wallNanos;
    private final DepthNumbers depthNumbers;
    private int depthFrames;

    public FaultInjector(FaultPlan plan, LongSupplier wallNanos) {
        this.plan = plan;
        this.wallNanos = wallNanos;
        depthNumbers = new DepthNumbers(this::isOn);
    }

    public boolean isOn(Fault fault) {
        return plan.isOn(fault, wallNanos.getAsLong());
    }

    /** What is answered in place of doing the call; empty: it is done. */
    public Optional<Answer> instead(Endpoint endpoint) {
        var page = ForeignPages.instead(this::isOn, endpoint);
        if (page.isPresent()) {
            return page;
        }
        if (isOn(Fault.RATE_LIMIT)) {
            return Optional.of(Answer.error(429, "TOO_MANY_REQUESTS", "Too many requests"));
        }
        if (isOn(Fault.BAN)) {
            return Optional.of(Answer.text(418, "banned"));
        }
        if (isOn(Fault.MAINTENANCE)) {
            return Optional.of(Answer.error(503, "MAINTENANCE", "The matching engine is not available"));
        }
        if (endpoint.instruction() != null && isOn(Fault.EXPIRED)) {
            return Optional.of(Answer.invalid("Request has expired"));
        }
        if (endpoint.instruction() != null && isOn(Fault.KEY_REFUSED)) {
            return Optional.of(Answer.error(401, "UNAUTHORIZED", "The key is not valid any more"));
        }
        return switch (Kind.of(endpoint)) {
            case PLACE -> insteadOfPlacing();
            case CANCEL ->
                isOn(Fault.CANCEL_REFUSED)
                        ? Optional.of(Answer.error(400, "INVALID_ORDER", "The order cannot be cancelled now"))
                        : Optional.empty();
            case READ -> insteadOfReading(endpoint.path());
            case PUBLIC -> Optional.empty();
        };
    }

    /** What is answered in place of opening a socket; empty: it is opened. */
    public Optional<Answer> insteadOfSocket() {
        return ForeignPages.insteadOfSocket(this::isOn);
    }

    private Optional<Answer> insteadOfReading(String path) {
        if (path.equals(Endpoint.ORDERS) && isOn(Fault.LISTING_EMPTY)) {
            return Optional.of(Answer.json(List.of()));
        }
        return path.equals(Endpoint.CAPITAL) && isOn(Fault.BALANCES_EMPTY)
                ? Optional.of(Answer.json(Map.of()))
                : Optional.empty();
    }

    private Optional<Answer> insteadOfPlacing() {
        if (isOn(Fault.CANCEL_ONLY)) {
            return Optional.of(Answer.error(400, "TRADING_PAUSED", "Trading is paused on this market"));
        }
        return isOn(Fault.POST_REFUSED)
                ? Optional.of(Answer.error(400, "INVALID_ORDER", "The order is not wanted"))
                : Optional.empty();
    }

    /** What the account's streams make of a fill. */
    public List<Execution> told(Execution fill) {
        return fill.told(this::isOn);
    }

    /** Whether the call never reaches the exchange, and its connection breaks. */
    public boolean isLost(Endpoint endpoint) {
        return switch (Kind.of(endpoint)) {
            case PLACE -> isOn(Fault.POST_LOST);
            case CANCEL -> isOn(Fault.CANCEL_LOST);
            case READ -> isOn(Fault.READ_TIMEOUT);
            case PUBLIC -> false;
        };
    }

    /** Whether the answer never reaches the client, and its connection breaks. */
    public boolean swallowsAnswer(Endpoint endpoint) {
        return switch (Kind.of(endpoint)) {
            case PLACE -> isOn(Fault.POST_TIMEOUT) || isOn(Fault.POST_LATE);
            case CANCEL -> isOn(Fault.CANCEL_TIMEOUT);
            case READ, PUBLIC -> false;
        };
    }

    /** How long the call takes to the exchange. */
    public Duration delay(Endpoint endpoint) {
        if (Kind.of(endpoint) == Kind.PLACE && isOn(Fault.POST_LATE)) {
            return LATE;
        }
        return isOn(Fault.LATENCY) ? SLOW_HALF : Duration.ZERO;
    }

    /** How long the answer takes to the client. */
    public Duration answerDelay() {
        return isOn(Fault.LATENCY) ? SLOW_HALF : Duration.ZERO;
    }

    public Answer spoiled(Endpoint endpoint, Answer answer) {
        if (Kind.of(endpoint) == Kind.PLACE && isOn(Fault.POST_GARBLED)) {
            return Answer.text(502, "<html><head><title>502 Bad Gatew");
        }
        if (isOn(Fault.ROWS_ODD) && Kind.of(endpoint) != Kind.PUBLIC && isOfOrders(endpoint.path())) {
            return OddRows.in(answer);
        }
        if (endpoint.path().equals(Endpoint.CAPITAL) && isOn(Fault.BALANCES_WRONG)) {
            return WrongBalances.in(answer);
        }
        return answer.status() == 404 && isOn(Fault.NOT_FOUND_400) ? answer.with(400) : answer;
    }

    private static boolean isOfOrders(String path) {
        return path.equals(Endpoint.ORDERS) || path.startsWith(Endpoint.HISTORY);
    }

    /** The state an order is said to be in. */
    public OrderStatus told(OrderStatus status) {
        return status == OrderStatus.NEW && isOn(Fault.ORDER_WORDS) ? OrderStatus.UNCLEAR : status;
    }

    /** How far the exchange's clock is ahead. */
    public Duration skew() {
        return isOn(Fault.CLOCK_STEP) ? CLOCK_STEP : Duration.ZERO;
    }

    /** How often a frame goes out. Venue thread only. */
    public int copies(Topic topic) {
        if (isOn(Fault.WS_SILENCE)) {
            return 0;
        }
        if (topic.owner() != null) {
            return isOn(Fault.PRIVATE_SILENCE) ? 0 : isOn(Fault.PRIVATE_TWICE) ? 2 : 1;
        }
        if (isOn(Fault.PUBLIC_SILENCE) || isDepth(topic) && isOn(Fault.DEPTH_FROZEN)) {
            return 0;
        }
        return isDepth(topic) && isOn(Fault.DEPTH_GAP) && ++depthFrames % GAP_EVERY == 0 ? 0 : 1;
    }

    /** The numbers of a book's updates as they go out, on the streams and in answers. Venue thread only. */
    public DepthNumbers depthNumbers() {
        return depthNumbers;
    }

    /** Whether the frame before comes once more behind this one. */
    public boolean repeatsLast(Topic topic) {
        return isDepth(topic) && isOn(Fault.DEPTH_TWICE);
    }

    private static boolean isDepth(Topic topic) {
        return topic.stream().startsWith("depth.");
    }

    /** What a call is about. */
    private enum Kind {
        PLACE,
        CANCEL,
        READ,
        PUBLIC;

        static Kind of(Endpoint endpoint) {
            if (endpoint.instruction() == null) {
                return PUBLIC;
            }
            return switch (endpoint.method()) {
                case "POST" -> PLACE;
                case "DELETE" -> CANCEL;
                default -> READ;
            };
        }
    }
}
