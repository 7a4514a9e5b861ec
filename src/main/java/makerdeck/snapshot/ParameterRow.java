package makerdeck.snapshot;

import java.time.Instant;

/**
 * One parameter as it stands.
 *
 * @param value as an operator would type it
 * @param source {@code default}, {@code flag}, {@code preset NAME} or {@code command}
 */
public record ParameterRow(String key, String value, String unit, String source, Instant since) {}
