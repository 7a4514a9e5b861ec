package makerdeck.console.line;

import java.util.List;
import java.util.Locale;
import makerdeck.command.CommandLanguage;
import makerdeck.command.Completion;
import org.jline.reader.Buffer;

/** Completion of the word under the cursor, and the list of choices while there are several. Line thread only. */
final class CompletionMenu {

    private final CommandLanguage language;
    private List<Completion> items = List.of();
    private int chosen = -1;
    private int start;
    private String shownFor = "";

    CompletionMenu(CommandLanguage language) {
        this.language = language;
    }

    boolean isOpen() {
        return !items.isEmpty();
    }

    Menu view() {
        return isOpen() ? new Menu(items, chosen) : Menu.CLOSED;
    }

    void close() {
        items = List.of();
        chosen = -1;
    }

    /** Completes what is certain, and opens the list where there are several. */
    boolean complete(Buffer buffer) {
        offer(buffer);
        if (items.isEmpty()) {
            return false;
        }
        if (items.size() == 1) {
            replace(buffer, items.get(0).value());
            if (buffer.currChar() != ' ') {
                buffer.write(' ');
            } else {
                buffer.move(1);
            }
            close();
            return true;
        }
        var common = commonBeginning();
        if (common.length() > buffer.cursor() - start) {
            replace(buffer, common);
        }
        shownFor = buffer.toString();
        return true;
    }

    /** Puts the next or previous choice into the line. */
    boolean choose(Buffer buffer, int step) {
        if (!isOpen()) {
            return false;
        }
        chosen = chosen < 0 ? (step > 0 ? 0 : items.size() - 1) : Math.floorMod(chosen + step, items.size());
        replace(buffer, items.get(chosen).value());
        shownFor = buffer.toString();
        return true;
    }

    /** Keeps the list in step with what is typed while it is open. */
    void follow(Buffer buffer) {
        if (isOpen() && !buffer.toString().equals(shownFor)) {
            offer(buffer);
            shownFor = buffer.toString();
        }
    }

    private void offer(Buffer buffer) {
        var text = buffer.toString();
        int cursor = buffer.cursor();
        start = cursor;
        while (start > 0 && !partsWords(text.charAt(start - 1))) {
            start--;
        }
        items = language.complete(text, cursor);
        chosen = -1;
    }

    private static boolean partsWords(char c) {
        return Character.isWhitespace(c) || c == ';' || c == '=';
    }

    private void replace(Buffer buffer, String word) {
        buffer.backspace(buffer.cursor() - start);
        buffer.write(word);
    }

    private String commonBeginning() {
        var common = items.get(0).value();
        for (var item : items) {
            int length = 0;
            var other = item.value().toLowerCase(Locale.ROOT);
            var mine = common.toLowerCase(Locale.ROOT);
            while (length < Math.min(mine.length(), other.length()) && mine.charAt(length) == other.charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        return common;
    }
}
