package makerdeck.notify.model;

import java.time.Duration;

/** At most so many messages in any such time; what is urgent counts and is never held back. */
public record Rate(int most, Duration within) {}
