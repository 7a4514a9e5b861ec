package makerdeck.console.pane;

import java.util.ArrayList;
import java.util.List;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import org.jspecify.annotations.Nullable;

/** What a line that waits for an answer would do, directly above the command line. */
final class QuestionPane implements Pane {

    static @Nullable Question asked(View view) {
        return view.options().question();
    }

    /** Rows it takes when {@code room} are there. */
    static int rows(View view, int width, int room) {
        var question = asked(view);
        return question == null ? 0 : Math.min(texts(question, view, width).size() + 1, room);
    }

    @Override
    public Inputs inputs(Area area, View view) {
        return Inputs.of(asked(view), view.desk().previews(), view.desk().mode());
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var question = asked(view);
        if (question == null) {
            return;
        }
        var texts = texts(question, view, area.width());
        canvas.strip(area, 0, Role.POPUP_CHOSEN)
                .put(
                        Role.POPUP_CHOSEN,
                        " "
                                + view.say(
                                        question.word().isEmpty()
                                                ? "console.question.review"
                                                : "console.question.title",
                                        view.desk().mode() + " " + question.line()))
                .end();
        for (int row = 1; row < area.height(); row++) {
            boolean cut = row == area.height() - 1 && texts.size() > row;
            var rest = cut ? " " + view.say("console.question.more", texts.size() - row) : "";
            int room = area.width() - Widths.of(rest);
            // In whole words: half a number lies.
            canvas.strip(area, row, Role.POPUP)
                    .left(
                            Role.POPUP,
                            "   " + Wrapped.rows(texts.get(row - 1), room - 3).get(0),
                            room)
                    .put(Role.POPUP_NOTE, rest)
                    .end();
        }
    }

    private static boolean isPreviewed(Question question, View view) {
        return view.desk().previews().has(question.number());
    }

    private static List<String> texts(Question question, View view, int width) {
        if (!isPreviewed(question, view)) {
            return List.of(view.say("console.question.thinking"));
        }
        var texts = new ArrayList<String>();
        if (question.endsForAll()) {
            texts.addAll(Wrapped.rows(view.say("console.question.ends-for-all"), width - 4, 2));
        }
        view.desk()
                .previews()
                .of(question.number())
                .rows()
                .forEach(row -> texts.addAll(Wrapped.rows(view.say(row), width - 4, 2)));
        return texts;
    }

    /** For the row of hints: how to answer, and how long there is. */
    static String prompt(Question question, View view) {
        long seconds = question.secondsLeft(view.now());
        if (!question.word().isEmpty()) {
            return view.say("console.question.answer", question.word(), seconds);
        }
        boolean leaves = isPreviewed(question, view) || question.isLeft(view.now());
        return view.say(leaves ? "console.question.leave" : "console.question.stay", seconds);
    }
}
