package makerdeck.backpack.server;

import java.util.Map;
import makerdeck.backpack.wire.ApiError;

/**
 * What a call gets back. Immutable.
 *
 * @param body text for a plain answer, otherwise the message to encode
 */
record Answer(int status, boolean plain, Object body, Map<String, String> headers) {

    static Answer json(Object message) {
        return new Answer(200, false, message, Map.of());
    }

    static Answer text(int status, String text) {
        return new Answer(status, true, text, Map.of());
    }

    static Answer noContent() {
        return text(204, "");
    }

    static Answer error(int status, String code, String message) {
        return new Answer(status, false, new ApiError(code, message), Map.of());
    }

    static Answer invalid(String message) {
        return error(400, "INVALID_CLIENT_REQUEST", message);
    }

    static Answer notFound() {
        return error(404, "RESOURCE_NOT_FOUND", "Not Found");
    }

    /** A parameter that could not be read: these are not JSON on the wire. */
    static Answer badParameter(String name, String why) {
        return text(400, "failed to parse parameter `" + name + "`: " + why);
    }

    /** A body that could not be read: these are not JSON on the wire. */
    static Answer badPayload(String why) {
        return text(400, "parse request payload error: " + why);
    }

    /** The same with another status. */
    Answer with(int other) {
        return new Answer(other, plain, body, headers);
    }

    Answer with(Map<String, String> more) {
        return new Answer(status, plain, body, more);
    }
}
