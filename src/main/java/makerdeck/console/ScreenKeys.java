package makerdeck.console;

import makerdeck.command.ScreenCommand;
import makerdeck.console.keys.Action;
import makerdeck.console.line.CommandLine;
import makerdeck.console.pane.Notice;
import makerdeck.console.tty.KeyRouter;
import makerdeck.console.tty.MouseReport;
import makerdeck.words.Words;

/** What the keys of the screen do; all others go to the command line. Keys thread only. */
final class ScreenKeys implements KeyRouter.Destination {

    private final CommandController operator;
    private final UiQueue mail;
    private final CommandLine line;

    ScreenKeys(CommandController operator, UiQueue mail, CommandLine line) {
        this.operator = operator;
        this.mail = mail;
        this.line = line;
    }

    @Override
    public void screen(Action.Screen action) {
        switch (action) {
            case ACKNOWLEDGE -> operator.acknowledge();
            case HALT -> operator.halt();
            case REPAINT -> mail.repaint();
            case MOUSE -> mail.leave(ScreenState::toggleMouse);
            case LAYOUT -> mail.leave(state -> state.on(new ScreenCommand.UseLayout(null)));
            case PAGE_UP -> mail.leave(state -> state.page(-1));
            case PAGE_DOWN -> mail.leave(state -> state.page(1));
        }
    }

    @Override
    public void mouse(MouseReport report) {
        mail.leave(state -> state.mouse(report));
    }

    @Override
    public void line(String keys) {
        line.type(keys);
    }

    @Override
    public void droppedPaste() {
        operator.say(Notice.Kind.WARNING, Words.say("console.say.paste-too-long"));
    }

    @Override
    public void ended() {
        mail.end(Console.Ending.HANGUP);
    }
}
