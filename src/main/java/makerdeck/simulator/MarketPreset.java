package makerdeck.simulator;

/** The kinds of simulated market. */
public enum MarketPreset {
    /** 1.5 % a day. */
    CALM,
    /** 3.5 % a day. */
    NORMAL,
    /** 8 % a day. */
    WILD,
    /** Normal, with a drift that turns every few hours. */
    TREND,
    /** Normal, with a sudden fall and recovery, the first one minutes after the start. */
    FLASH_CRASH,
    /** One trade a minute. */
    DEAD,
    /** Normal with far more takers, so that a newcomer sees fills; profits there mean nothing. */
    DEMO
}
