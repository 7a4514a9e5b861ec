package makerdeck.laboratory.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements, so that none is left open and no text becomes an element. One thread. */
final class Markup {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes name, value, name, value */
    Markup open(String name, String... attributes) {
        tag(name, attributes);
        open.push(name);
        return this;
    }

    /** An element that holds nothing and has no end, as HTML has some. */
    Markup empty(String name, String... attributes) {
        tag(name, attributes);
        text.append('\n');
        return this;
    }

    /** An element that holds a text. */
    Markup leaf(String name, String words, String... attributes) {
        return open(name, attributes).text(words).close();
    }

    Markup text(String words) {
        text.append(escaped(words));
        return this;
    }

    /** What is markup already: a style sheet. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Ends the latest that is open. */
    Markup close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    private void tag(String name, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(attributes[i + 1])).append('"');
        }
        text.append('>');
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return text.toString();
    }
}
