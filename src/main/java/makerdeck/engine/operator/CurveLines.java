package makerdeck.engine.operator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import makerdeck.engine.log.Texts;
import makerdeck.message.Message;
import makerdeck.snapshot.CurveRow;
import makerdeck.snapshot.CurveRow.Figure;

/** The fill curve, line by line, for where there is no screen. */
final class CurveLines {

    private static final int DECIMALS = 1;
    private static final int K_DECIMALS = 3;

    private CurveLines() {}

    static List<Message> of(CurveRow curve) {
        if (curve.points().isEmpty()) {
            return List.of(
                    Message.of("engine.expected.young", Texts.length(curve.watched()), Texts.length(curve.enough())));
        }
        var lines = new ArrayList<Message>();
        lines.add(Message.of("engine.curve.watched", Texts.length(curve.watched())));
        var fit = curve.fit();
        lines.add(
                fit == null
                        ? Message.of("engine.curve.no-fit")
                        : Message.of(
                                "engine.curve.fit",
                                figure(fit.a(), 0),
                                figure(fit.k(), K_DECIMALS),
                                text(fit.from(), DECIMALS)));
        lines.add(breakEven(curve));
        curve.points().forEach(point -> lines.add(point(point, curve.fee())));
        return lines;
    }

    private static Message breakEven(CurveRow curve) {
        var even = curve.breakEven();
        var fee = Texts.rounded(curve.fee(), DECIMALS);
        if (even == null) {
            return Message.of("engine.curve.no-break-even", fee);
        }
        var high = even.high();
        return Message.of(
                "engine.curve.break-even",
                text(even.half(), DECIMALS),
                text(even.low(), DECIMALS),
                high == null ? Message.of("engine.unknown") : text(high, DECIMALS),
                fee);
    }

    private static Message point(CurveRow.Point point, BigDecimal fee) {
        var edge = point.edge();
        var own = point.ownEdge();
        return Message.of(
                "engine.curve.point",
                text(point.distance(), 0),
                figure(point.fills(), DECIMALS),
                text(point.volume(), 0),
                edge == null
                        ? Message.of("engine.curve.few", text(point.takers(), 0))
                        : Message.of(
                                "engine.curve.edge",
                                figure(edge, DECIMALS),
                                text(edge.value().subtract(fee), DECIMALS)),
                own == null ? Message.plain("") : Message.of("engine.curve.own", point.own(), figure(own, DECIMALS)));
    }

    private static Message figure(Figure figure, int decimals) {
        var value = text(figure.value(), decimals);
        var low = figure.low();
        var high = figure.high();
        return low == null || high == null
                ? Message.plain(value)
                : Message.of("engine.expected.figure", value, text(low, decimals), text(high, decimals));
    }

    private static String text(BigDecimal value, int decimals) {
        return Texts.rounded(value, decimals);
    }
}
