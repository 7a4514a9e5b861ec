package makerdeck.backpack.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.tinylog.Logger;

/** Gets the venue's time and rules, however often it takes. Client thread only. */
final class Opening {

    private final TimeKeeping time;
    private final RuleBook ruleBook;
    private final Reporter reporter;
    private final Consumer<Runnable> later;
    private final Consumer<Rules> opened;
    private final CompletableFuture<VenueEvent> firstAnswer = new CompletableFuture<>();

    /**
     * @param later runs a task after a while
     * @param opened hears of the rules, once
     */
    Opening(TimeKeeping time, RuleBook ruleBook, Reporter reporter, Consumer<Runnable> later, Consumer<Rules> opened) {
        this.time = time;
        this.ruleBook = ruleBook;
        this.reporter = reporter;
        this.later = later;
        this.opened = opened;
    }

    CompletableFuture<VenueEvent> firstAnswer() {
        return firstAnswer;
    }

    void attempt() {
        time.readAfresh(
                () -> ruleBook.read(this::succeeded, this::failed),
                why -> tryAgain(Words.say("client.unreachable", why.message())));
    }

    private void succeeded(Rules rules) {
        tell(new VenueEvent.MarketRead(reporter.now(), rules.market(), rules.fees()));
        opened.accept(rules);
    }

    private void failed(RuleBook.Failure failure) {
        if (failure.hopeless()) {
            tell(failure.unusable(reporter.now()));
        } else {
            tryAgain(failure.line());
        }
    }

    private void tryAgain(String reason) {
        Logger.warn("not connected: {}", reason);
        if (!firstAnswer.isDone()) {
            tell(new VenueEvent.StreamDown(reporter.now(), Stream.PUBLIC, reason));
        }
        later.accept(this::attempt);
    }

    private void tell(VenueEvent event) {
        reporter.tell(event);
        firstAnswer.complete(event);
    }
}
