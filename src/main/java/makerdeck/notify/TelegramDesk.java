package makerdeck.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import makerdeck.command.DeskCommand;
import makerdeck.message.Message;
import makerdeck.notify.sink.Bot;
import makerdeck.notify.sink.Web;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * What somebody away may ask of the desk by Telegram: how it does, to pause, to halt. Nothing that raises a risk is known
 * here. Chats that are not on the list get no answer, and the operator is told once of each. What was sent before the desk
 * began is not carried out. One thread; blocks.
 */
final class TelegramDesk {

    private static final Duration LONG_POLL = Duration.ofSeconds(50);
    private static final Duration REACHED_WITHIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** So long nobody is told that the bot's server does not answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int MOST_STRANGERS = 20;
    private static final int CONFLICT = 409;
    private static final Set<DeskState> ENDED = Set.of(DeskState.HALTED, DeskState.STOPPING, DeskState.STOPPED);

    private final Bot bot;
    private final Set<Long> allowed;
    private final DeskHand desk;
    private final Speech speech;
    private final Clock clock;
    private final BiConsumer<Severity, Message> trouble;
    private final Instant startedAt;
    private final Set<Long> strangers = new HashSet<>();

    private long offset;
    private Duration pause = Duration.ZERO;
    private @Nullable Instant unreachedSince;
    private boolean told;

    TelegramDesk(
            Bot bot,
            Set<Long> allowed,
            DeskHand desk,
            Speech speech,
            Clock clock,
            BiConsumer<Severity, Message> trouble) {
        this.bot = bot;
        this.allowed = Set.copyOf(allowed);
        this.desk = desk;
        this.speech = speech;
        this.clock = clock;
        this.trouble = trouble;
        startedAt = clock.instant();
    }

    /** Asks once what was said and answers it; how long to wait before the next time. */
    Duration turn() throws InterruptedException {
        try {
            var answer = bot.updates(offset, LONG_POLL);
            if (!answer.isGood() || !bot.isRead(answer)) {
                return failed(answer.status());
            }
            pause = Duration.ZERO;
            unreachedSince = null;
            told = false;
            for (var update : bot.read(answer)) {
                offset = update.id() + 1;
                answer(update);
            }
            return Duration.ZERO;
        } catch (Web.NoAnswerException none) {
            return unreached(none.said());
        }
    }

    /** Whoever counts on a halt from afar has to know that it would not be heard. */
    private Duration unreached(Message why) {
        var now = clock.instant();
        var since = unreachedSince == null ? now : unreachedSince;
        unreachedSince = since;
        if (!told && Duration.between(since, now).compareTo(PATIENCE) >= 0) {
            told = true;
            trouble.accept(Severity.WARN, Message.of("notify.telegram.unreached", PATIENCE.toMinutes(), why));
        }
        return longer();
    }

    private Duration failed(int status) {
        if (!told) {
            told = true;
            trouble.accept(
                    Severity.WARN,
                    status == CONFLICT
                            ? Message.of("notify.telegram.conflict")
                            : Message.of("notify.telegram.deaf", status));
        }
        return longer();
    }

    private Duration longer() {
        pause = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return pause;
    }

    private void answer(Bot.Update update) throws InterruptedException {
        if (update.chat() == Bot.NO_CHAT) {
            return;
        }
        if (!allowed.contains(update.chat())) {
            stranger(update.chat());
            return;
        }
        // The messenger's time has whole seconds.
        if (update.at().isBefore(startedAt.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))) {
            say(update.chat(), Message.of("notify.telegram.too-old"));
            return;
        }
        switch (word(update.text())) {
            case "/status" -> say(update.chat(), status(desk.snapshots().get()));
            case "/pause" ->
                say(
                        update.chat(),
                        carryOut(
                                "/pause",
                                new DeskCommand.Pause(null, null),
                                state -> state == DeskState.PAUSED || ENDED.contains(state)));
            case "/halt" ->
                say(
                        update.chat(),
                        carryOut("/halt", new DeskCommand.Halt(Message.of("notify.telegram.halt")), ENDED::contains));
            default -> say(update.chat(), Message.of("notify.telegram.unknown"));
        }
    }

    /** {@code /halt@my_bot now} is {@code /halt}. */
    private static String word(String text) {
        return text.strip().split("[\\s@]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private void stranger(long chat) {
        if (strangers.size() < MOST_STRANGERS && strangers.add(chat)) {
            trouble.accept(Severity.WARN, Message.of("notify.telegram.stranger", "chat:" + chat));
        }
    }

    /** What came of it, as it is seen: never that it was only asked for. */
    private Message carryOut(String line, DeskCommand command, Predicate<DeskState> reached)
            throws InterruptedException {
        var end = clock.instant().plus(REACHED_WITHIN);
        desk.commands().accept("telegram " + line, command);
        var now = desk.snapshots().get();
        while (!(reached.test(now.state()) && ours(now) == 0) && clock.instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(50);
            now = desk.snapshots().get();
        }
        return reached.test(now.state())
                ? Message.of("notify.telegram.reached", status(now))
                : Message.of("notify.telegram.not-reached", line, REACHED_WITHIN.toSeconds(), status(now));
    }

    private static long ours(DeskSnapshot desk) {
        return desk.orders().stream()
                .filter(order -> !order.tag().startsWith("X"))
                .count();
    }

    private Message status(DeskSnapshot now) {
        var reason = now.reason();
        var state = reason == null
                ? Message.plain(now.state().name())
                : Message.of("notify.status.state", now.state().name(), reason);
        var earnings = now.earnings();
        var today = earnings == null ? null : earnings.today();
        return Message.of(
                "notify.status.text",
                now.symbol(),
                state,
                ours(now),
                now.totals().fills(),
                earnings == null ? Message.of("notify.unknown") : Message.plain(AmountText.of(earnings.equity())),
                today == null ? Message.of("notify.unknown") : Message.plain(AmountText.of(today.profit())),
                now.alerts().size(),
                Duration.between(now.at(), clock.instant()).toSeconds());
    }

    private void say(long chat, Message what) {
        var verdict = bot.say(chat, speech.say(what), false);
        if (!(verdict instanceof makerdeck.notify.sink.Verdict.Delivered)) {
            Logger.warn("an answer by Telegram was not delivered");
        }
    }
}
