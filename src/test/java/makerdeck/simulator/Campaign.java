package makerdeck.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The slow tests' switch: {@code -Dcampaign=1}. */
public final class Campaign {

    private Campaign() {}

    public static void only() {
        assumeTrue(Integer.getInteger("campaign", 0) > 0, "slow: runs with -Dcampaign=1");
    }
}
