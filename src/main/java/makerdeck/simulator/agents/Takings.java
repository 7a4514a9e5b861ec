package makerdeck.simulator.agents;

import makerdeck.domain.Side;

/** Takes so much from the book as rests up to a price. */
interface Takings {

    void take(Side side, long limitTicks, double lots);
}
