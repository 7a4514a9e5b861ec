package makerdeck.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong between a desk and its exchange, as far as the exchange and the way to it can do it. */
public enum Fault {
    POST_LOST("orders never arrive and are not answered", 10),
    POST_TIMEOUT("orders arrive, their answers do not", 10),
    POST_LATE("the way back breaks, and the orders arrive a moment later", 10),
    POST_GARBLED("orders arrive, their answers are half a page of HTML", 10),
    POST_REFUSED("orders are refused", 10),
    BATCH_PARTIAL("every second order of a batch is refused, the answer is shuffled", 10),
    CANCEL_LOST("cancels never arrive and are not answered", 10),
    CANCEL_TIMEOUT("cancels arrive, their answers do not", 10),
    CANCEL_REFUSED("cancels are refused", 10),
    READ_TIMEOUT("what is asked about the account is not answered", 10),
    LISTING_EMPTY("open orders are listed as if there were none", 10),
    LATENCY("every answer takes two and a half seconds", 20),
    RATE_LIMIT("too many requests, whatever the number", 10),
    BAN("nothing is answered but that the address is banned", 10),
    MAINTENANCE("the matching engine is not available", 15),
    CANCEL_ONLY("the market takes nothing but cancels", 15),
    KEY_REFUSED("the key counts no more", 10),
    CLOCK_STEP("the exchange's clock is ten seconds ahead", 20),
    WS_SILENCE("no stream tells anything, the sockets stay open", 10),
    PUBLIC_SILENCE("the market's streams tell nothing, the sockets stay open", 10),
    PRIVATE_SILENCE("the account's streams tell nothing, the sockets stay open", 10),
    PRIVATE_TWICE("everything about the account is told twice", 20),
    ACCEPTS_MISSING("the account's streams leave out that orders were taken", 10),
    FILLS_MISSING("the account's streams leave fills out", 10),
    WS_CLOSE("sockets break as soon as they stand", 5),
    WS_GOODBYE("sockets are told goodbye", 1),
    WS_DEAF("subscriptions are ignored without a word", 10),
    DEPTH_GAP("every tenth change of the book is missing", 10),
    DEPTH_TWICE("changes of the book come twice and out of order", 10);

    private final String help;
    private final Duration usual;

    Fault(String help, long usualSeconds) {
        this.help = help;
        usual = Duration.ofSeconds(usualSeconds);
    }

    /** As an operator types it: {@code ws-silence}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line for the operator. */
    public String help() {
        return help;
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
