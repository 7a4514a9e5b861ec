package makerdeck.doctor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import makerdeck.backpack.client.PlainCalls.Answer;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * The one order that the doctor places, where it is asked to: the smallest post-only bid, far below the market. It has to
 * be taken, to be told by the account's stream and by a listing, to be cancelled, and to be gone.
 */
final class OrderTrial {

    private static final BigDecimal FAR = new BigDecimal("0.8");

    /** A subscription is not acknowledged: so long it gets to be in force. */
    private static final Duration SETTLES = Duration.ofMillis(700);

    /** Below 2^24, where no desk looks for its own. */
    private static final long NUMBERS = 1L << 24;

    private final Patient patient;
    private final MarketChecks market;
    private final long clientId;
    private final List<Finding> findings = new ArrayList<>();

    OrderTrial(Patient patient, MarketChecks market) {
        this.patient = patient;
        this.market = market;
        clientId = 1 + patient.clock().millis() % (NUMBERS - 1);
    }

    List<Finding> run() throws InterruptedException {
        var order = order();
        if (order == null || !patient.hasKey()) {
            return List.of(
                    Finding.fail("order", Message.of("doctor.order.none"), Message.of("doctor.order.none.todo")));
        }
        var sent = new AtomicBoolean();
        var placed = new AtomicReference<@Nullable Answer>();
        var heard = patient.calls()
                .listen(
                        List.of("account.orderUpdate." + patient.symbol()),
                        true,
                        patient.listening().dividedBy(2),
                        SETTLES,
                        () -> {
                            sent.set(true);
                            placed.set(answered("order", () -> patient.calls()
                                    .change("POST", "/api/v1/order", Instruction.ORDER_EXECUTE, order)));
                        },
                        frame -> frame.contains("\"c\":" + clientId + ","));
        patient.raw().keep("stream-order", heard.frames());
        var answer = placed.get();
        if (!sent.get()) {
            return List.of(
                    Finding.fail("order", Message.of("doctor.order.not-sent"), Message.of("doctor.stream.todo")));
        }
        if (answer == null || !answer.isGood()) {
            refused(order, answer);
        } else {
            findings.add(Finding.ok(
                    "order",
                    Message.of(
                            "doctor.order.placed", String.valueOf(order.quantity()), String.valueOf(order.price()))));
            seen(heard.frames());
        }
        if (answer == null || !isCertainNo(answer)) {
            // Whatever was answered, it could rest.
            cancel(answer != null && answer.isGood());
        }
        return findings;
    }

    private static boolean isCertainNo(Answer answer) {
        return answer.status() >= 400 && answer.status() < 500 && answer.status() != 408;
    }

    private Orders.@Nullable Execute order() {
        var known = market.market();
        var bid = market.bid();
        var filters = known == null ? null : known.filters();
        var price = filters == null ? null : filters.price();
        var quantity = filters == null ? null : filters.quantity();
        var tick = price == null ? null : AccountChecks.decimal(price.tickSize());
        if (bid == null || quantity == null || tick == null || tick.signum() <= 0) {
            return null;
        }
        var far = bid.multiply(FAR)
                .divide(tick, 0, RoundingMode.DOWN)
                .multiply(tick)
                .setScale(Math.max(0, tick.scale()), RoundingMode.UNNECESSARY);
        return new Orders.Execute(
                null,
                null,
                null,
                true,
                clientId,
                "Limit",
                true,
                far.toPlainString(),
                quantity.minQuantity(),
                null,
                null,
                "RejectTaker",
                "Bid",
                patient.symbol(),
                "GTC");
    }

    /** What is asked of the exchange. */
    private interface Question {
        Answer ask() throws UnavailableException;
    }

    /** Null when no answer came. */
    private @Nullable Answer answered(String name, Question question) {
        try {
            var answer = question.ask();
            patient.raw().keep(name, answer);
            return answer;
        } catch (UnavailableException none) {
            patient.raw().keep(name, none.said().toString());
            return null;
        }
    }

    private void refused(Orders.Execute order, @Nullable Answer answer) {
        findings.add(Finding.fail(
                "order",
                answer == null
                        ? Message.of("doctor.order.unanswered")
                        : Message.of(
                                "doctor.order.refused",
                                String.valueOf(order.quantity()),
                                String.valueOf(order.price()),
                                answer.refusal()),
                Message.of("doctor.order.refused.todo")));
    }

    private void seen(List<String> frames) {
        var streamed = frames.stream().anyMatch(frame -> frame.contains("\"c\":" + clientId + ","));
        findings.add(
                streamed
                        ? Finding.ok("order-stream", Message.of("doctor.order.streamed"))
                        : Finding.fail(
                                "order-stream",
                                Message.of("doctor.order.not-streamed"),
                                Message.of("doctor.stream.todo")));
        var listed = isListed();
        findings.add(
                Boolean.TRUE.equals(listed)
                        ? Finding.ok("order-listing", Message.of("doctor.order.listed"))
                        : Finding.fail(
                                "order-listing",
                                Message.of("doctor.order.not-listed"),
                                Message.of("doctor.unreadable.todo")));
    }

    /** Null when that cannot be read. */
    private @Nullable Boolean isListed() {
        var answer = answered("order-listing", () -> patient.calls()
                .read("/api/v1/orders", Instruction.ORDER_QUERY_ALL, List.of(Map.entry("symbol", patient.symbol()))));
        if (answer == null || !answer.isGood()) {
            return null;
        }
        try {
            return patient.calls().codec().decodeList(Orders.Order.class, answer.body()).stream()
                    .anyMatch(order -> order.clientId() != null && order.clientId() == clientId);
        } catch (MalformedMessageException odd) {
            return null;
        }
    }

    private void cancel(boolean wasPlaced) {
        var cancel = new Orders.Cancel(clientId, null, patient.symbol());
        Question question = () -> patient.calls().change("DELETE", "/api/v1/order", Instruction.ORDER_CANCEL, cancel);
        var first = answered("cancel", question);
        var second = answered("cancel-again", question);
        var gone = second != null && second.isNotFound() && Boolean.FALSE.equals(isListed());
        if (!gone) {
            findings.add(Finding.fail(
                    "cancel", Message.of("doctor.cancel.rests"), Message.of("doctor.cancel.rests.todo", clientId)));
        } else if (wasPlaced && (first == null || !first.isGood())) {
            findings.add(Finding.warn("cancel", Message.of("doctor.cancel.odd"), Message.of("doctor.unreadable.todo")));
        } else if (wasPlaced) {
            findings.add(Finding.ok("cancel", Message.of("doctor.cancel.ok")));
        }
    }
}
