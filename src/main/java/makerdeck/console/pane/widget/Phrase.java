package makerdeck.console.pane.widget;

import java.util.ArrayList;
import java.util.List;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;

/** Pieces that belong together, such as a figure and its name: drawn whole or not at all. Immutable. */
public record Phrase(List<Piece> pieces) {

    /** A text in one role. */
    public record Piece(Role role, String text) {}

    public static final Phrase NONE = new Phrase(List.of());

    public Phrase {
        pieces = List.copyOf(pieces);
    }

    public static Phrase of(Role role, String text) {
        return new Phrase(List.of(new Piece(role, text)));
    }

    /** With one more piece behind. */
    public Phrase and(Role role, String text) {
        var longer = new ArrayList<>(pieces);
        longer.add(new Piece(role, text));
        return new Phrase(longer);
    }

    /** With all of another one behind. */
    public Phrase and(Phrase other) {
        var longer = new ArrayList<>(pieces);
        longer.addAll(other.pieces);
        return new Phrase(longer);
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Columns it takes. */
    public int width() {
        int width = 0;
        for (var piece : pieces) {
            width += Widths.of(piece.text());
        }
        return width;
    }
}
