package makerdeck.laboratory.model;

import java.time.Duration;
import makerdeck.message.Message;

/**
 * A desk that stood halted when its run was over. Immutable.
 *
 * @param after how long after the start it halted
 */
public record Halt(Duration after, Message why) {}
