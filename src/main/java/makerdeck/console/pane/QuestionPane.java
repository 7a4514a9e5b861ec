package makerdeck.console.pane;

import java.util.ArrayList;
import java.util.List;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Wrapped;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.message.Message;
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

    /** Whether what is traded is whole on that many rows of the question. */
    static boolean showsTrades(Question question, View view, int width, int rows) {
        var preview = view.desk().previews().of(question.number());
        int vital = preview.rows().stream()
                .limit(preview.vital())
                .mapToInt(row -> wrapped(view, row, width).size())
                .sum();
        var texts = texts(question, view, width);
        int whole = Math.min(texts.size(), rows - 1);
        // The last row of a part says how much more there is, and may be cut for that.
        if (whole > 0 && whole < texts.size()) {
            var last = texts.get(whole - 1);
            whole -= first(last, room(view, width, texts.size() - whole)).equals(last) ? 0 : 1;
        }
        return isPreviewed(question, view) && vital <= whole;
    }

    private static String title(Question question, View view) {
        return view.say(
                question.word().isEmpty() ? "console.question.review" : "console.question.title",
                view.desk().mode() + " " + question.line());
    }

    /** Beside what says that there is more. */
    private static int room(View view, int width, int more) {
        return width - Widths.of(more(view, more));
    }

    private static String more(View view, int more) {
        return more == 0 ? "" : " " + view.say("console.question.more", more);
    }

    /** In whole words: half a number lies. */
    private static String first(String text, int room) {
        return Wrapped.rows(text, room - 3).get(0);
    }

    private static List<String> wrapped(View view, Message row, int width) {
        return Wrapped.rows(view.say(row), width - 4, 2);
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
        boolean small = isPreviewed(question, view) && !showsTrades(question, view, area.width(), area.height());
        var title = small ? Role.ALERT_WARN : Role.POPUP_CHOSEN;
        canvas.strip(area, 0, title)
                .put(title, " " + (small ? view.say("console.question.too-small") : title(question, view)))
                .end();
        for (int row = 1; row < area.height(); row++) {
            boolean cut = row == area.height() - 1 && texts.size() > row;
            int more = cut ? texts.size() - row : 0;
            int room = room(view, area.width(), more);
            canvas.strip(area, row, Role.POPUP)
                    .left(Role.POPUP, "   " + first(texts.get(row - 1), room), room)
                    .put(Role.POPUP_NOTE, more(view, more))
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
        view.desk().previews().of(question.number()).rows().forEach(row -> texts.addAll(wrapped(view, row, width)));
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
