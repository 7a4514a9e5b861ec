package makerdeck.console.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import makerdeck.words.Spoken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedThemesTest {

    /** Lines and bars: seen, not read. */
    private static final Set<Role> DRAWN = EnumSet.of(Role.RULE, Role.RATIO_TRACK);

    /** Filled cells: their background is seen. */
    private static final Set<Role> FILLED =
            EnumSet.of(Role.DEPTH_BID, Role.DEPTH_BID_FAR, Role.DEPTH_ASK, Role.DEPTH_ASK_FAR);

    private static final Set<Role> ON_OWN_LEVEL = EnumSet.of(Role.OWN_BID, Role.OWN_ASK, Role.TEXT, Role.DIM);

    private static final Set<Role> ON_STATUS = EnumSet.of(
            Role.STATUS_LABEL,
            Role.EQUITY,
            Role.FLASH,
            Role.FRESH,
            Role.LATE,
            Role.STALE,
            Role.STATE_QUOTING,
            Role.STATE_WAITING,
            Role.STATE_STOPPED,
            Role.PNL_PROFIT,
            Role.PNL_LOSS);

    static List<String> names() {
        return ThemeSource.SHIPPED;
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyThemeLoadsWithoutAWarning(String name) throws BadThemeException {
        assertEquals(List.of(), Spoken.english(new Themes(List.of()).load(name).warnings()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTextStandsOutFromItsGround(String name) throws BadThemeException {
        var theme = new Themes(List.of()).load(name).theme();
        var faint = new ArrayList<String>();
        for (var role : Role.values()) {
            if (FILLED.contains(role)) {
                continue;
            }
            double least = DRAWN.contains(role) ? 2.2 : 4.5;
            check(theme.pen(role), least, role.key(), faint);
            if (ON_STATUS.contains(role)) {
                check(theme.pen(role, Role.STATUS), least, role.key() + " on status", faint);
            }
        }

        for (var role : ON_OWN_LEVEL) {
            check(theme.pen(role, Role.OWN_LEVEL), 4.5, role.key() + " on own.level", faint);
        }
        assertEquals(List.of(), faint);
    }

    @ParameterizedTest
    @MethodSource("names")
    void barsAreFilledAndStandOutMoreTheLongerTheyAre(String name) throws BadThemeException {
        var theme = new Themes(List.of()).load(name).theme();
        var ground = theme.pen(Role.TEXT).background();
        if (name.equals("mono")) {
            assertFalse(theme.fills(Role.DEPTH_BID), "without colours, signs are the bar");
            return;
        }
        for (var side :
                List.of(List.of(Role.DEPTH_BID, Role.DEPTH_BID_FAR), List.of(Role.DEPTH_ASK, Role.DEPTH_ASK_FAR))) {
            double before = 1.3;
            for (int step = 0; step < 3; step++) {
                double now =
                        contrast(theme.shade(side.get(0), side.get(1), step, 3).background(), ground);
                assertTrue(now >= before, side + " " + step + ": " + now);
                before = now;
            }
            assertTrue(before >= 2.2, side + ": " + before);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void oursAndTheirsSimAndLiveGoodAndBadLookDifferent(String name) throws BadThemeException {
        var theme = new Themes(List.of()).load(name).theme();

        assertDiffer(theme, Role.OWN_BID, Role.SIDE_BID);
        assertDiffer(theme, Role.OWN_ASK, Role.SIDE_ASK);
        assertDiffer(theme, Role.MODE_SIM, Role.MODE_LIVE);
        assertDiffer(theme, Role.PROMPT, Role.PROMPT_LIVE);
        assertDiffer(theme, Role.STATE_QUOTING, Role.STATE_STOPPED);
        assertDiffer(theme, Role.FRESH, Role.STALE);
        assertDiffer(theme, Role.INPUT, Role.INPUT_WRONG);
        assertDiffer(theme, Role.POPUP, Role.POPUP_CHOSEN);
        assertDiffer(theme, Role.FLASH, Role.TEXT);
        assertDiffer(theme, Role.FLASH, Role.OWN_LEVEL);
    }

    private static void assertDiffer(Theme theme, Role one, Role other) {
        assertNotEquals(theme.look(one), theme.look(other), one.key() + " and " + other.key());
    }

    private static void check(Pen pen, double least, String what, List<String> faint) {
        double ratio = Math.min(contrast(pen.foreground(), pen.background()), contrast(asBold(pen), pen.background()));
        assertTrue(ratio >= 1);
        if (ratio < least) {
            faint.add(what + " " + Math.round(ratio * 10) / 10.0);
        }
    }

    /** Many terminals draw the first eight colours as the bright ones when they are bold: black becomes grey. */
    private static TextColor asBold(Pen pen) {
        boolean dark = pen.foreground() instanceof TextColor.ANSI ansi && ansi.ordinal() < 8;
        return dark && pen.attributes().contains(SGR.BOLD)
                ? TextColor.ANSI.values()[((TextColor.ANSI) pen.foreground()).ordinal() + 9]
                : pen.foreground();
    }

    /** As the web guidelines define it; the terminal's own colours are taken as black on white or white on black. */
    private static double contrast(TextColor foreground, TextColor background) {
        if (foreground == TextColor.ANSI.DEFAULT && background == TextColor.ANSI.DEFAULT) {
            return 21;
        }
        double one = luminance(foreground);
        double other = luminance(background);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(TextColor colour) {
        return 0.2126 * channel(colour.getRed())
                + 0.7152 * channel(colour.getGreen())
                + 0.0722 * channel(colour.getBlue());
    }

    private static double channel(int value) {
        double share = value / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
