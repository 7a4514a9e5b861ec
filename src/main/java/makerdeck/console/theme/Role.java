package makerdeck.console.theme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a piece of the screen means. A theme gives each role its look; side, direction, profit and state are separate,
 * because green means different things in different places.
 */
public enum Role {
    /** Ordinary text, and the background of the whole screen. */
    TEXT,
    /** Text that may be overlooked. */
    DIM,
    /** Names of numbers. */
    LABEL,
    /** Lines between panes. */
    RULE,
    TITLE,
    /** A key one may press. */
    KEY,
    STATUS,
    STATUS_LABEL,
    MODE_SIM,
    MODE_PAPER,
    MODE_LIVE,
    STATE_QUOTING,
    STATE_WAITING,
    STATE_STOPPED,
    /** What the account is worth. */
    EQUITY,
    FRESH,
    LATE,
    STALE,
    SIDE_BID,
    SIDE_ASK,
    /** Where a bar begins; its background fills it. */
    DEPTH_BID,
    /** Where a full bar ends. */
    DEPTH_BID_FAR,
    DEPTH_ASK,
    DEPTH_ASK_FAR,
    /** The ground of a level with an order of ours. */
    OWN_LEVEL,
    OWN_BID,
    OWN_ASK,
    MID,
    DIRECTION_UP,
    DIRECTION_DOWN,
    PNL_PROFIT,
    PNL_LOSS,
    RATIO_TRACK,
    RATIO_BAND,
    RATIO_TARGET,
    RATIO_NOW,
    RATIO_LIMIT,
    SERIES,
    CHANGED,
    /** What has just happened; all of its row. */
    FLASH,
    LOG_INFO,
    LOG_COMMAND,
    LOG_WARN,
    LOG_CRITICAL,
    ALERT_INFO,
    ALERT_WARN,
    ALERT_CRITICAL,
    PROMPT,
    PROMPT_LIVE,
    INPUT,
    INPUT_WRONG,
    INPUT_SUGGESTION,
    HINT,
    HINT_WRONG,
    POPUP,
    POPUP_NOTE,
    POPUP_CHOSEN;

    private static final Map<String, Role> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::key, Function.identity()));

    /** As a theme file spells it: {@code side.bid}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static Optional<Role> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
