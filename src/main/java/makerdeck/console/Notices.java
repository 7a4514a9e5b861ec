package makerdeck.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import makerdeck.command.Choices;
import makerdeck.console.pane.Notice;
import makerdeck.message.Message;
import makerdeck.words.Speech;

/** What the console itself has to say, the latest of it. UI thread only. */
final class Notices {

    private static final int MOST = 100;
    private static final int LONGEST_MISTAKE = 130;

    private final Clock clock;
    private final Speech speech;
    private List<Notice> all = List.of();

    Notices(Clock clock, Speech speech) {
        this.clock = clock;
        this.speech = speech;
    }

    /** Oldest first. */
    List<Notice> all() {
        return all;
    }

    void say(Notice.Kind kind, Message what) {
        var longer = new ArrayList<>(all);
        longer.add(new Notice(clock.instant(), kind, speech.say(what)));
        all = List.copyOf(longer.subList(Math.max(0, longer.size() - MOST), longer.size()));
    }

    /** What a command of the screen came to. */
    void say(boolean isNew, Message what) {
        say(isNew ? Notice.Kind.INFO : Notice.Kind.PASSING, what);
    }

    /** What is wrong with a line, in a few rows of the log at most. */
    void mistake(String line, Message mistake) {
        var few = Choices.fitted(mistake, one -> speech.say(one).length() <= LONGEST_MISTAKE);
        say(Notice.Kind.MISTAKE, Message.of("console.say.mistake", line, few));
    }
}
