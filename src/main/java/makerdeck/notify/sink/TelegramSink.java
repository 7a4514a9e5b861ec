package makerdeck.notify.sink;

import makerdeck.notify.model.Note;
import makerdeck.snapshot.Severity;

/** One chat of a Telegram bot. Plain text, so that nothing in it is taken for markup. */
public final class TelegramSink implements Sink {

    /** Of Telegram's 4096. */
    private static final int LONGEST = 4000;

    private final Bot bot;
    private final long chat;

    public TelegramSink(Bot bot, long chat) {
        this.bot = bot;
        this.chat = chat;
    }

    @Override
    public Verdict deliver(Note note) {
        return bot.say(chat, Fields.cut(note.title() + "\n" + note.text(), LONGEST), isSoft(note));
    }

    private static boolean isSoft(Note note) {
        return note.level() == Severity.INFO && note.kind() != Note.Kind.TEST;
    }
}
