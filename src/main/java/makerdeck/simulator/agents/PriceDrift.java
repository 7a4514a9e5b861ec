package makerdeck.simulator.agents;

import java.time.Duration;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.schedule.RandomDraws;

/** What moves the log price besides the random walk: straight pieces, one after another from the start. */
final class PriceDrift {

    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final double TREND_PER_HOUR = 0.012;
    private static final double CRASH_DEPTH = -0.05;
    private static final double RECOVERY = 0.035;

    private final AgentParameters.Journey journey;
    private final RandomDraws draws;
    private int pieces;
    private long pieceStart;
    private long pieceEnd;
    private double heightAtStart;
    private double heightAtEnd;

    PriceDrift(AgentParameters.Journey journey, RandomDraws draws, long startNanos) {
        this.journey = journey;
        this.draws = draws;
        this.pieceStart = startNanos;
        this.pieceEnd = startNanos;
    }

    /** Change of the log price since the start; moments must not go back. */
    double at(long nowNanos) {
        if (journey == AgentParameters.Journey.NONE || nowNanos < pieceStart) {
            return 0;
        }
        while (nowNanos >= pieceEnd) {
            nextPiece();
        }
        double part = (double) (nowNanos - pieceStart) / (pieceEnd - pieceStart);
        return heightAtStart + part * (heightAtEnd - heightAtStart);
    }

    private void nextPiece() {
        pieceStart = pieceEnd;
        heightAtStart = heightAtEnd;
        if (journey == AgentParameters.Journey.TREND) {
            long length = HOUR / 2 + draws.waitNanos(1 / 5400.0);
            double direction = pieces % 2 == 0 ? 1 : -1;
            piece(length, direction * TREND_PER_HOUR * length / HOUR);
        } else {
            crashPiece();
        }
        pieces++;
    }

    private void crashPiece() {
        long calm = draws.waitNanos(1 / 3600.0);
        switch (pieces % 4) {
            case 0 -> piece(pieces == 0 ? HOUR / 15 : HOUR / 2 + calm, 0);
            case 1 -> piece(HOUR / 180, CRASH_DEPTH);
            case 2 -> piece(HOUR / 120, 0);
            default -> piece(HOUR / 7, RECOVERY);
        }
    }

    private void piece(long lengthNanos, double change) {
        pieceEnd = pieceStart + lengthNanos;
        heightAtEnd = heightAtStart + change;
    }
}
