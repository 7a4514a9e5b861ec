package makerdeck.backpack.wire.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a client or the venue said, word for word, or that became of their connection. Immutable. */
public sealed interface WireEvent {

    /** How many characters it holds, as near as a bound of memory needs it. */
    int size();

    /** What stands first in a session. @param about names and what they say, such as {@code symbol} */
    record Began(Map<String, String> about) implements WireEvent {
        public Began {
            about = Map.copyOf(about);
        }

        @Override
        public int size() {
            return about.size();
        }
    }

    /**
     * A request has left.
     *
     * @param call its number, which its answer has too
     * @param query as in its address, empty for none
     * @param signature what signs it: to be kept out of everything, never written
     */
    record Asked(
            long call,
            String method,
            String path,
            String query,
            @Nullable String body,
            @Nullable String signature) implements WireEvent {
        @Override
        public int size() {
            return path.length() + query.length() + (body == null ? 0 : body.length());
        }

        @Override
        public String toString() {
            return "Asked[" + method + " " + path + "]";
        }
    }

    /** @param headers those that say something about limits, time and pages, by their names */
    record Answered(long call, int status, Map<String, List<String>> headers, String body) implements WireEvent {
        public Answered {
            headers = Map.copyOf(headers);
        }

        @Override
        public int size() {
            return body.length();
        }
    }

    /** A request has left, and no answer has come that could be read. */
    record Unanswered(long call, String why) implements WireEvent {
        @Override
        public int size() {
            return why.length();
        }
    }

    /** A socket stands. */
    record Connected(int socket) implements WireEvent {
        @Override
        public int size() {
            return 0;
        }
    }

    /** A frame of the client's. */
    record Told(int socket, String frame) implements WireEvent {
        @Override
        public int size() {
            return frame.length();
        }

        @Override
        public String toString() {
            return "Told[" + socket + "]";
        }
    }

    /** A frame of the venue's. */
    record Heard(int socket, String frame) implements WireEvent {
        @Override
        public int size() {
            return frame.length();
        }
    }

    /** A socket stands no longer, or did not come about. @param code of the venue's Close frame, 0 without one */
    record Disconnected(int socket, int code, String why) implements WireEvent {
        @Override
        public int size() {
            return why.length();
        }
    }

    /** So many events are missing here. */
    record Gap(long missing, String why) implements WireEvent {
        @Override
        public int size() {
            return why.length();
        }
    }

    /** The session ended in order. */
    record Ended() implements WireEvent {
        @Override
        public int size() {
            return 0;
        }
    }
}
