package makerdeck.headless;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * What a program reads of a line of the headless output when it has sent a command. Immutable.
 *
 * @param json as it came
 */
public record AnswerLine(String json, Map<String, String> fields) {

    /** What it may be. */
    public enum Kind {
        /** An answer. */
        COMMAND,
        /** What the command would do, and that it waits for a word. */
        QUESTION,
        /** A line of a longer answer. */
        ALERT,
        /** Nothing more comes of the command. */
        DONE,
        /** What goes on beside it. */
        OTHER
    }

    public AnswerLine {
        fields = Map.copyOf(fields);
    }

    /** Throws {@link IOException} for what is no such line. */
    public static AnswerLine of(String json) throws IOException {
        return new AnswerLine(json, JsonObject.read(json));
    }

    public Kind kind() {
        return switch (fields.getOrDefault("event", "")) {
            case "command" -> Kind.COMMAND;
            case "question" -> Kind.QUESTION;
            case "alert" -> Kind.ALERT;
            case "done" -> Kind.DONE;
            default -> Kind.OTHER;
        };
    }

    /** For people; empty when there is nothing to say. */
    public String text() {
        return switch (kind()) {
            case COMMAND -> fields.getOrDefault("result", "");
            case QUESTION -> fields.getOrDefault("preview", "");
            case ALERT -> fields.getOrDefault("text", "");
            case DONE, OTHER -> "";
        };
    }

    /** Of a question: the word that lets the command go. */
    public String word() {
        return fields.getOrDefault("answer", "");
    }

    /** Of a question: whether that is the word. */
    public boolean isAnsweredBy(String typed) {
        return typed.strip().equalsIgnoreCase(word());
    }

    /** Of a question: how long it waits. */
    public Duration patience() {
        return Duration.ofMillis(Long.parseLong(fields.getOrDefault("withinMs", "0")));
    }

    /** Of an answer: whether the command was carried out. */
    public boolean ok() {
        return "true".equals(fields.get("ok"));
    }

    /** Of an answer: whether the desk itself gave it. Else the line was not understood, or not sent. */
    public boolean isOfDesk() {
        return fields.containsKey("ms");
    }
}
