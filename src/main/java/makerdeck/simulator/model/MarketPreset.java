package makerdeck.simulator.model;

import makerdeck.simulator.model.AgentParameters.Journey;

/** The kinds of simulated market. */
public enum MarketPreset {
    /** 1.5 % a day. */
    CALM(AgentParameters.CALM),
    /** 3.5 % a day. */
    NORMAL(AgentParameters.NORMAL),
    /** 8 % a day. */
    WILD(AgentParameters.WILD),
    /** Normal, with a drift that turns every few hours. */
    TREND(AgentParameters.NORMAL.with(Journey.TREND)),
    /** Normal, with a sudden fall and recovery, the first one minutes after the start. */
    FLASH_CRASH(AgentParameters.NORMAL.with(Journey.CRASH)),
    /** One trade a minute. */
    DEAD(AgentParameters.DEAD),
    /** Normal with careless takers besides, so that a newcomer sees fills; profits there mean nothing. */
    DEMO(AgentParameters.DEMO);

    private final AgentParameters parameters;

    MarketPreset(AgentParameters parameters) {
        this.parameters = parameters;
    }

    public AgentParameters parameters() {
        return parameters;
    }
}
