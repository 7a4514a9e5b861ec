package makerdeck;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import makerdeck.command.DeskCommand;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.words.Speech;

/** Nobody sits before a desk without a screen: when its duration is over it leaves in order, unless it is to stay. */
final class FinishedDesk implements Consumer<DeskEvent> {

    private final boolean stays;
    private final Speech speech;
    private final BiConsumer<String, DeskCommand> commands;

    /** @param commands takes a line and its command; must not block */
    FinishedDesk(boolean stays, Speech speech, BiConsumer<String, DeskCommand> commands) {
        this.stays = stays;
        this.speech = speech;
        this.commands = commands;
    }

    @Override
    public void accept(DeskEvent event) {
        if (!stays && event.news() instanceof DeskNews.StateChanged changed && changed.state() == DeskState.FINISHED) {
            commands.accept(speech.say("program.leaving.finished"), new DeskCommand.Quit(false));
        }
    }
}
