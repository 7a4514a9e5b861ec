package makerdeck.notify;

import java.util.function.Predicate;
import makerdeck.notify.sink.Web;

/**
 * Through what sinks send.
 *
 * @param terminal takes bytes for the operator's terminal; false when there is none
 * @param tmux whether tmux stands between this process and that terminal
 */
public record SinkTools(Web web, Predicate<String> terminal, boolean tmux) {}
