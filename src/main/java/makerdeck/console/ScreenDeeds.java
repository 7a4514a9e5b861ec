package makerdeck.console;

import java.util.function.Consumer;
import makerdeck.command.CommandLanguage;
import makerdeck.command.Parsed;
import makerdeck.command.Risk;
import makerdeck.console.screen.FullScreen;
import makerdeck.console.screen.OpenScreens;
import makerdeck.console.screen.ScreenErrands;
import makerdeck.message.Message;

/** Does what the keys of a full screen ask for; a command takes the way of every other one: the line. UI thread only. */
final class ScreenDeeds implements ScreenErrands {

    private static final String ENTER = "\r";

    private final OpenScreens screens;
    private final CommandLanguage language;
    private final Consumer<String> typed;
    private final Consumer<String> copied;
    private final Consumer<Message> told;

    ScreenDeeds(
            OpenScreens screens,
            CommandLanguage language,
            Consumer<String> typed,
            Consumer<String> copied,
            Consumer<Message> told) {
        this.screens = screens;
        this.language = language;
        this.typed = typed;
        this.copied = copied;
        this.told = told;
    }

    @Override
    public void open(FullScreen screen) {
        screens.add(screen);
    }

    @Override
    public void command(String line) {
        boolean isFree = language.parse(line) instanceof Parsed.Commands commands && commands.risk() == Risk.READS;
        typed.accept(isFree ? line + ENTER : line);
    }

    @Override
    public void copy(String text) {
        copied.accept(text);
    }

    @Override
    public void say(Message what) {
        told.accept(what);
    }
}
