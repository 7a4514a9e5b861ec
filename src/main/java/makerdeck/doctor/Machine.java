package makerdeck.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The machine that a desk runs on.
 *
 * @param environment of the process
 * @param state folder of log and journal; {@code config} that of the operator's own files
 * @param secret files that hold secrets, whether or not they are there
 * @param free bytes that the state folder's disk has left
 * @param java feature number of the running Java
 */
record Machine(Map<String, String> environment, Path state, Path config, List<Path> secret, long free, int java) {}
