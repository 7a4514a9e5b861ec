package makerdeck.console;

import makerdeck.console.line.CommandLine;
import makerdeck.console.pane.Notice;
import makerdeck.console.tty.ConsoleKey;
import makerdeck.console.tty.KeyRouter;

/** What the keys of the screen do; all others go to the command line. Keys thread only. */
final class Keys implements KeyRouter.Destination {

    private static final int PAGE = 5;

    private final Operator operator;
    private final Mailbox mail;
    private final CommandLine line;

    Keys(Operator operator, Mailbox mail, CommandLine line) {
        this.operator = operator;
        this.mail = mail;
        this.line = line;
    }

    @Override
    public void screen(ConsoleKey key) {
        switch (key) {
            case ACKNOWLEDGE -> operator.acknowledge();
            case HALT -> operator.halt();
            case REPAINT -> mail.repaint();
            case PAGE_UP -> mail.leave(state -> state.scroll(-PAGE));
            case PAGE_DOWN -> mail.leave(state -> state.scroll(PAGE));
        }
    }

    @Override
    public void line(String keys) {
        line.type(keys);
    }

    @Override
    public void droppedPaste() {
        operator.say(Notice.Kind.WARNING, "paste too long, dropped");
    }

    @Override
    public void ended() {
        mail.end(Console.Ending.HANGUP);
    }
}
