package makerdeck.simulator.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import makerdeck.message.Message;

/** What can go wrong between a desk and its exchange, as far as the exchange and the way to it can do it. */
public enum Fault {
    POST_LOST(10),
    POST_TIMEOUT(10),
    POST_LATE(10),
    POST_GARBLED(10),
    POST_REFUSED(10),
    BATCH_PARTIAL(10),
    CANCEL_LOST(10),
    CANCEL_TIMEOUT(10),
    CANCEL_REFUSED(10),
    NOT_FOUND_400(30),
    READ_TIMEOUT(10),
    LISTING_EMPTY(10),
    ORDER_WORDS(10),
    ROWS_ODD(10),
    BALANCES_EMPTY(10),
    BALANCES_WRONG(10),
    LATENCY(20),
    RATE_LIMIT(10),
    BAN(10),
    MAINTENANCE(15),
    PAGE_403(10),
    PAGE_429(10),
    PAGE_451(10),
    PAGE_502(10),
    PAGE_200(10),
    PAGE_ON_READS(10),
    CANCEL_ONLY(15),
    KEY_REFUSED(10),
    EXPIRED(20),
    CLOCK_STEP(20),
    WS_SILENCE(10),
    PUBLIC_SILENCE(10),
    PRIVATE_SILENCE(10),
    PRIVATE_TWICE(20),
    ACCEPTS_MISSING(10),
    FILLS_MISSING(10),
    FILLS_OVERSIZED(10),
    FILLS_RENUMBERED(10),
    WS_CLOSE(5),
    WS_GOODBYE(1),
    WS_DEAF(10),
    DEPTH_GAP(10),
    DEPTH_TWICE(10),
    DEPTH_RESTART(10),
    DEPTH_NEGATIVE(10),
    DEPTH_JUMP(10),
    DEPTH_FROZEN(10),
    AUTO_LEND(60),
    LEND_THROTTLE(30),
    LEND_INTEREST(10),
    FEE_THIRD_ASSET(30);

    private final Duration usual;

    Fault(long usualSeconds) {
        usual = Duration.ofSeconds(usualSeconds);
    }

    /** As an operator types it: {@code ws-silence}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line for the operator. */
    public Message help() {
        return Message.of("simulator.fault." + word());
    }

    /** How long it lasts when nobody says. */
    public Duration usual() {
        return usual;
    }

    /** The fault that is typed so. */
    public static Optional<Fault> named(String word) {
        return all().stream().filter(fault -> fault.word().equals(word)).findFirst();
    }

    public static List<Fault> all() {
        return Arrays.asList(values());
    }
}
