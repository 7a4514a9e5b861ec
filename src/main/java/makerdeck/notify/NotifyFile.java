package makerdeck.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.notify.model.SinkPlan;
import makerdeck.notify.sink.Bot;
import makerdeck.notify.sink.CommandSink;
import makerdeck.notify.sink.DiscordSink;
import makerdeck.notify.sink.NtfySink;
import makerdeck.notify.sink.TelegramSink;
import makerdeck.notify.sink.TerminalSink;
import makerdeck.notify.sink.Web;
import makerdeck.notify.sink.WebhookSink;
import makerdeck.settings.PrivateFile;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.text.Lines;
import makerdeck.text.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code notify.properties}: a file that nobody but its owner may read. What is wrong is said with the key, the
 * rule and, where it is no secret, the value found.
 */
public final class NotifyFile {

    public static final String NAME = "notify.properties";

    private static final String COMMAND_SINK = "command";
    private static final int LONGEST = 16_384;
    private static final Duration COMMAND = Duration.ofSeconds(10);
    private static final Pattern BOT = Pattern.compile("\\d{5,20}:[A-Za-z0-9_-]{20,}");
    private static final List<String> OF_ALL = List.of("level", "rate", "quiet");
    private static final List<String> GENERAL = List.of("repeat", "zone", "summary", "heartbeat");

    /** Each sink and the keys it has beside those that all have. */
    private static final Map<String, List<String>> SINKS = sinks();

    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final NotifyValues checked;

    private NotifyFile(Path file) {
        this.file = file;
        checked = new NotifyValues(file, values);
    }

    private static Map<String, List<String>> sinks() {
        var sinks = new LinkedHashMap<String, List<String>>();
        sinks.put("ntfy", List.of("topic", "url", "token"));
        sinks.put("telegram", List.of("token", "chats", "commands", "url"));
        sinks.put("discord", List.of("url"));
        sinks.put("webhook", List.of("url", "token"));
        sinks.put(COMMAND_SINK, List.of("run"));
        sinks.put(NotifyPlan.TERMINAL, List.of("style"));
        return sinks;
    }

    /**
     * Of the operator's folder; {@link NotifyPlan#NONE} when there is no such file.
     *
     * @throws MistakeException when others may read it, or when it says what cannot be
     */
    public static NotifyPlan of(Path folder, ZoneId here) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return NotifyPlan.NONE;
        }
        PrivateFile.require(file.toString(), file, LONGEST);
        var read = new NotifyFile(file);
        Pair.of(file, Lines.of(file, LONGEST)).forEach(pair -> read.values.put(pair.key(), pair.value()));
        return read.plan(here);
    }

    private NotifyPlan plan(ZoneId here) {
        requireKnownKeys();
        var zone = checked.zone(here);
        var named = new ArrayList<NotifyPlan.Named>();
        for (var sink : SINKS.keySet()) {
            if (values.keySet().stream().anyMatch(key -> key.startsWith(sink + "."))) {
                named.addAll(named(sink, zone));
            }
        }
        if (named.isEmpty() && !values.containsKey("heartbeat")) {
            throw new MistakeException(Message.of("notify.file.no-sink", file, Message.list(SINKS.keySet())));
        }
        return new NotifyPlan(
                named, checked.length("repeat", Duration.ofHours(1)), summary(), zone, heartbeat(), commanders());
    }

    private void requireKnownKeys() {
        var known = new TreeSet<>(GENERAL);
        SINKS.forEach((sink, keys) -> {
            keys.forEach(key -> known.add(sink + "." + key));
            OF_ALL.forEach(key -> known.add(sink + "." + key));
        });
        for (var key : values.keySet()) {
            if (!known.contains(key)) {
                throw new MistakeException(
                        Message.of("notify.file.unknown", file, key, DidYouMean.suggestion(key, known)));
            }
        }
    }

    private List<NotifyPlan.Named> named(String sink, ZoneId zone) {
        var plan = new SinkPlan(checked.level(sink), checked.rate(sink), checked.quiet(sink, zone));
        return switch (sink) {
            case "ntfy" -> List.of(ntfy(plan));
            case "telegram" -> telegram(plan);
            case "discord" -> List.of(discord(plan));
            case "webhook" -> List.of(webhook(plan));
            case NotifyPlan.TERMINAL -> List.of(terminal(plan));
            default -> List.of(command(plan));
        };
    }

    /** Each chat is a sink of its own: one that fails holds up no other one. */
    private List<NotifyPlan.Named> telegram(SinkPlan plan) {
        var bot = bot();
        var chats = chats("telegram.chats", checked.needed("telegram.chats"));
        var named = new ArrayList<NotifyPlan.Named>();
        for (var chat : chats) {
            var name = chats.size() == 1 ? "telegram" : "telegram-" + (named.size() + 1);
            named.add(new NotifyPlan.Named(name, plan, tools -> new TelegramSink(bot.apply(tools.web()), chat)));
        }
        return named;
    }

    private Function<Web, Bot> bot() {
        var token = checked.needed("telegram.token");
        if (!BOT.matcher(token).matches()) {
            throw new MistakeException(Message.of("notify.file.bot", file, "telegram.token"));
        }
        var api = checked.url("telegram.url", values.getOrDefault("telegram.url", "https://api.telegram.org"));
        return web -> new Bot(web, api, token);
    }

    private List<Long> chats(String key, String value) {
        try {
            return Arrays.stream(value.split(" *, *", -1))
                    .map(Long::valueOf)
                    .distinct()
                    .toList();
        } catch (NumberFormatException noNumber) {
            throw new MistakeException(Message.of("notify.file.chats", file, key), noNumber);
        }
    }

    /** Only chats that are named one by one: nobody by default. */
    private NotifyPlan.@Nullable Commanders commanders() {
        var value = values.get("telegram.commands");
        return value == null ? null : new NotifyPlan.Commanders(bot(), Set.copyOf(chats("telegram.commands", value)));
    }

    private NotifyPlan.Named discord(SinkPlan plan) {
        var url = checked.url("discord.url", checked.needed("discord.url"));
        return new NotifyPlan.Named("discord", plan, tools -> new DiscordSink(tools.web(), url));
    }

    private NotifyPlan.Named terminal(SinkPlan plan) {
        var key = NotifyPlan.TERMINAL + ".style";
        var value = checked.needed(key);
        for (var style : TerminalSink.Style.values()) {
            if (style.name().equals(value.toUpperCase(Locale.ROOT))) {
                return new NotifyPlan.Named(
                        NotifyPlan.TERMINAL, plan, tools -> new TerminalSink(style, tools.tmux(), tools.terminal()));
            }
        }
        throw new MistakeException(Message.of("notify.file.style", file, key, value));
    }

    private @Nullable LocalTime summary() {
        var value = values.get("summary");
        try {
            return value == null ? null : LocalTime.parse(value);
        } catch (DateTimeException noTime) {
            throw new MistakeException(Message.of("notify.file.time", file, value), noTime);
        }
    }

    private @Nullable Function<Web, LifeSign> heartbeat() {
        var value = values.get("heartbeat");
        if (value == null) {
            return null;
        }
        var url = checked.url("heartbeat", value);
        return web -> new LifeSign(web, url);
    }

    private NotifyPlan.Named ntfy(SinkPlan plan) {
        var topic = checked.needed("ntfy.topic");
        var server = checked.url("ntfy.url", values.getOrDefault("ntfy.url", "https://ntfy.sh"));
        var token = values.get("ntfy.token");
        return new NotifyPlan.Named("ntfy", plan, tools -> new NtfySink(tools.web(), server, topic, token));
    }

    private NotifyPlan.Named webhook(SinkPlan plan) {
        var url = checked.url("webhook.url", checked.needed("webhook.url"));
        var token = values.get("webhook.token");
        return new NotifyPlan.Named("webhook", plan, tools -> new WebhookSink(tools.web(), url, token));
    }

    private NotifyPlan.Named command(SinkPlan plan) {
        var key = COMMAND_SINK + ".run";
        var words = List.of(checked.needed(key).split(" +"));
        var program = Path.of(words.get(0));
        if (!program.isAbsolute() || !Files.isExecutable(program)) {
            throw new MistakeException(Message.of("notify.file.program", file, key, words.get(0)));
        }
        return new NotifyPlan.Named(COMMAND_SINK, plan, tools -> new CommandSink(words, COMMAND));
    }
}
