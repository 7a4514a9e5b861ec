package makerdeck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import makerdeck.engine.orders.ManagedOrder;
import org.junit.jupiter.api.Test;

/** The house plan. A red test here means that a wall was knocked through. */
class ArchitectureTest {

    /** Room to the rooms it may import. The root package is not a room: it wires them. */
    static final Map<String, List<String>> PLAN = Map.ofEntries(
            entry("message", List.of()),
            entry("words", List.of("text", "message")),
            entry("text", List.of("message")),
            entry("domain", List.of()),
            entry("command", List.of("domain", "strategy", "text", "message")),
            entry("snapshot", List.of("domain", "message")),
            entry("strategy", List.of("domain", "text", "message")),
            entry("venue", List.of("domain", "message")),
            entry("backpack.wire", List.of("domain", "text", "message")),
            entry("backpack.client", List.of("domain", "venue", "backpack.wire", "text", "message")),
            entry("simulator", List.of("domain", "text", "message")),
            entry("backpack.server", List.of("domain", "simulator", "backpack.wire", "message")),
            entry("engine", List.of("domain", "command", "snapshot", "strategy", "venue", "journal", "message")),
            entry("journal", List.of("domain", "message")),
            entry("console", List.of("domain", "command", "snapshot", "text", "message", "words")),
            entry("headless", List.of("domain", "command", "snapshot", "text", "message", "words")),
            entry("guardian", List.of("domain", "backpack.wire", "backpack.client", "message")),
            entry(
                    "notify",
                    List.of("command", "settings", "snapshot", "strategy", "text", "process", "message", "words")),
            entry(
                    "doctor",
                    List.of(
                            "domain",
                            "backpack.wire",
                            "backpack.client",
                            "headless",
                            "settings",
                            "strategy",
                            "text",
                            "process",
                            "message",
                            "words")),
            entry(
                    "attach",
                    List.of(
                            "command",
                            "console",
                            "headless",
                            "process",
                            "settings",
                            "snapshot",
                            "text",
                            "message",
                            "words")),
            entry("service", List.of("process", "snapshot", "message", "words")),
            entry("process", List.of("message")),
            entry("logging", List.of("text")),
            entry("recorder", List.of("domain", "venue", "engine", "snapshot", "process", "message")),
            entry("capture", List.of("backpack.wire", "engine", "recorder", "snapshot", "process", "message")),
            entry("metrics", List.of("domain", "snapshot", "engine", "venue", "process", "message")),
            entry("identity", List.of("engine", "journal", "snapshot", "process", "message")),
            entry(
                    "embedded",
                    List.of(
                            "domain",
                            "command",
                            "settings",
                            "strategy",
                            "engine",
                            "simulator",
                            "backpack.client",
                            "backpack.server",
                            "recorder",
                            "venue",
                            "text",
                            "process",
                            "message")),
            entry(
                    "laboratory",
                    List.of(
                            "domain",
                            "command",
                            "snapshot",
                            "strategy",
                            "venue",
                            "journal",
                            "engine",
                            "simulator",
                            "text",
                            "message",
                            "words")),
            entry(
                    "experiment",
                    List.of(
                            "domain",
                            "embedded",
                            "headless",
                            "laboratory",
                            "process",
                            "settings",
                            "simulator",
                            "strategy",
                            "message",
                            "words")),
            entry("guardian.supervisor", List.of("guardian", "engine", "snapshot", "process", "message")),
            entry("accounting", List.of("domain", "journal", "process", "settings", "text", "message", "words")),
            entry(
                    "daybook",
                    List.of("domain", "journal", "laboratory", "process", "settings", "text", "message", "words")),
            entry("settings", List.of("domain", "strategy", "text", "message", "words")));

    /** Room to its floors: each may import the floors above it in this list, and none beside it in the same row. */
    static final Map<String, List<String>> LAYERS = Map.ofEntries(
            entry(
                    "engine",
                    List.of(
                            "log input parameters",
                            "market",
                            "orders",
                            "books meter",
                            "risk",
                            "execution",
                            "lifecycle",
                            "publish",
                            "operator",
                            "")),
            entry("strategy", List.of("curve parameters", "quoting", "rebalancing signals", "")),
            entry("backpack.wire", List.of("", "session signing")),
            entry("backpack.client", List.of("base", "http", "calls stream", "")),
            entry("backpack.server", List.of("base", "faults", "calls http", "stream", "session", "")),
            entry(
                    "simulator",
                    List.of("faults schedule", "model", "marketdata", "matching", "floor", "agents recorded", "")),
            entry("laboratory", List.of("model statistics virtual", "trader report", "run", "backtest sweep", "")),
            entry("console.pane", List.of("widget", "")),
            entry("console", List.of("keys history", "tty", "theme", "line pane.widget", "pane", "screen", "")),
            entry("notify", List.of("model", "queue sink", "")),
            entry("guardian", List.of("", "distant", "supervisor")));

    /** Where the house may be seen from outside of a room that is many: nothing else of it is for others. */
    private static final Map<String, Set<String>> DOORS = Map.of(
            "backpack.client",
            Set.of(
                    "BackpackVenue",
                    "BackpackSettings",
                    "ClientRuntime",
                    "PlainCalls",
                    "PublicMarket",
                    "RestingOrder",
                    "RestingOrderClient",
                    "VenueRefusedException"),
            "engine",
            Set.of(
                    "Engine",
                    "Inbox",
                    "Input",
                    "EngineSettings",
                    "EnginePorts",
                    "JournalPort",
                    "PresetStore",
                    "RecordControl",
                    "ShutdownResult",
                    "StepWatch",
                    "VenueControl",
                    // The books of those the desk is compared with: money is counted in one place.
                    "Ledger",
                    "BookedTrade",
                    "OrderPurpose"));

    /** Files in one folder, package-info among them; what may have more, and how many. */
    private static final int MOST_FILES = 25;

    private static final Map<String, Integer> FULLER = Map.of(
            "console/pane",
            43,
            "command",
            30,
            "journal",
            38,
            "console/screen",
            39,
            "settings",
            39,
            "engine/lifecycle",
            26,
            "snapshot",
            30,
            "simulator/model",
            26,
            "",
            30);

    /** Rooms where money is kept: no binary fraction may hold a value there. */
    private static final String[] EXACT = {
        "makerdeck.domain..",
        "makerdeck.venue..",
        "makerdeck.engine..",
        "makerdeck.snapshot..",
        "makerdeck.command..",
        "makerdeck.journal.."
    };

    /** Read once for all. */
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("makerdeck");

    @Test
    void everyPackageIsOnThePlan() {
        var strangers = new TreeSet<String>();
        for (var type : CODE) {
            var name = type.getPackageName();
            if (!name.equals("makerdeck")
                    && PLAN.keySet().stream().noneMatch(room -> (name + ".").startsWith("makerdeck." + room + "."))) {
                strangers.add(name);
            }
        }
        assertEquals(Set.of(), strangers);
    }

    @Test
    void roomsImportOnlyWhatThePlanAllows() {
        PLAN.forEach((room, allowed) -> {
            var walls = PLAN.keySet().stream()
                    .filter(other -> !other.equals(room) && !allowed.contains(other))
                    .map(other -> "makerdeck." + other + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage("makerdeck." + room + "..")
                    .and()
                    .resideOutsideOfPackages(roomsWithin(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(walls)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("makerdeck"));
        });
    }

    @Test
    void roomsFormNoCycle() {
        check(slices().matching("makerdeck.(*)..").should().beFreeOfCycles());
        check(slices().matching("makerdeck.(**)").should().beFreeOfCycles());
    }

    @Test
    void floorsImportOnlyWhatIsAboveThem() {
        LAYERS.forEach((room, floors) -> {
            for (int i = 0; i < floors.size(); i++) {
                var notAbove = floors.subList(i, floors.size());
                for (var floor : floors.get(i).split(" ", -1)) {
                    var walls = notAbove.stream()
                            .flatMap(row -> Arrays.stream(row.split(" ", -1)))
                            .filter(other -> !other.equals(floor))
                            .map(other -> packageOf(room, other))
                            .toArray(String[]::new);
                    check(noClasses()
                            .that()
                            .resideInAPackage(packageOf(room, floor))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(walls));
                }
            }
        });
    }

    @Test
    void everyFloorIsInItsRoomsList() {
        var strangers = new TreeSet<String>();
        for (var type : CODE) {
            LAYERS.forEach((room, floors) -> {
                var name = type.getPackageName();
                if ((name + ".").startsWith("makerdeck." + room + ".")
                        && floors.stream()
                                .flatMap(row -> Arrays.stream(row.split(" ", -1)))
                                .noneMatch(floor -> name.equals(packageOf(room, floor)))) {
                    strangers.add(name);
                }
            });
        }
        assertEquals(Set.of(), strangers);
    }

    @Test
    void onlyTheDoorsOfALargeRoomAreUsedFromOutside() {
        var through = new TreeSet<String>();
        DOORS.forEach((room, doors) -> {
            var inside = "makerdeck." + room;
            for (var type : CODE) {
                if ((type.getPackageName() + ".").startsWith(inside + ".")) {
                    continue;
                }
                for (var use : type.getDirectDependenciesFromSelf()) {
                    var target = use.getTargetClass();
                    var name = target.getName().replaceAll(".*\\.|\\$.*", "");
                    if ((target.getPackageName() + ".").startsWith(inside + ".") && !doors.contains(name)) {
                        through.add(type.getSimpleName() + " -> " + target.getName());
                    }
                }
            }
        });
        assertEquals(Set.of(), through);
    }

    @Test
    void noFolderIsTooFull() throws IOException {
        var sources = Path.of("src/main/java/makerdeck");
        var full = new TreeSet<String>();
        try (var folders = Files.walk(sources)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                try (var files = Files.list(folder)) {
                    var count = files.filter(Files::isRegularFile).count();
                    var name = sources.relativize(folder).toString();
                    if (count > FULLER.getOrDefault(name, MOST_FILES)) {
                        full.add(name + ": " + count);
                    }
                }
            }
        }
        assertEquals(Set.of(), full);
    }

    @Test
    void aNameStandsInOneRoomOnly() {
        var rooms = new TreeMap<String, TreeSet<String>>();
        for (var type : CODE) {
            if (!type.isNestedClass() && !type.getSimpleName().equals("package-info")) {
                rooms.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getPackageName());
            }
        }
        rooms.values().removeIf(homes -> homes.size() == 1);
        assertEquals(Map.of(), rooms);
    }

    private static String packageOf(String room, String floor) {
        return "makerdeck." + room + (floor.isEmpty() ? "" : "." + floor);
    }

    /** Rooms with rules of their own that stand inside another one. */
    private static String[] roomsWithin(String room) {
        return PLAN.keySet().stream()
                .filter(other -> other.startsWith(room + "."))
                .map(other -> "makerdeck." + other + "..")
                .toArray(String[]::new);
    }

    @Test
    void librariesStayBehindTheirDoor() {
        check(onlyIn("okhttp3..", "makerdeck.backpack.client..", "makerdeck.notify..", "makerdeck.guardian.distant.."));
        check(onlyIn(
                "com.squareup.moshi..",
                "makerdeck.backpack.wire..",
                "makerdeck.headless..",
                "makerdeck.journal..",
                "makerdeck.notify.."));
        check(onlyIn("org.bouncycastle..", "makerdeck.backpack.wire.."));
        check(onlyIn("io.undertow..", "makerdeck.backpack.server.."));
        check(onlyIn("com.googlecode.lanterna..", "makerdeck.console.."));
        check(onlyIn("org.jline..", "makerdeck.console.."));
        check(onlyIn("io.prometheus..", "makerdeck.metrics.."));
        check(onlyIn("org.HdrHistogram..", "makerdeck.metrics.."));
        check(onlyIn("com.sun.net.httpserver..", "makerdeck.metrics.."));
        check(onlyIn("picocli..", "makerdeck.settings.."));
        check(onlyIn("org.sqlite..", "makerdeck.journal.."));
        check(onlyIn("java.sql..", "makerdeck.journal.."));
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "makerdeck.domain..",
                        "makerdeck.command..",
                        "makerdeck.snapshot..",
                        "makerdeck.strategy..",
                        "makerdeck.venue..",
                        "makerdeck.settings..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.tinylog..")));
    }

    /** What somebody away may have the desk do lowers risk, whatever he writes: nothing else can be said there. */
    @Test
    void fromAwayADeskCanOnlyBePausedAndHalted() {
        assertEquals(
                Set.of("DeskCommand", "DeskCommand$Pause", "DeskCommand$Halt"),
                CODE.stream()
                        .filter(type -> type.getPackageName().startsWith("makerdeck.notify"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(use -> use.getTargetClass().getName())
                        .filter(name -> name.startsWith("makerdeck.command."))
                        .map(name -> name.replace("makerdeck.command.", ""))
                        .collect(Collectors.toSet()));
    }

    @Test
    void timeComesFromAnInjectedClock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("makerdeck")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime"));
    }

    /** Everything there happens in virtual time. */
    @Test
    void theLaboratoryHasNoSocketAndNoClock() {
        check(noClasses()
                .that()
                .resideInAPackage("makerdeck.laboratory..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone"));
    }

    @Test
    void coreRoomsStartNoThread() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "makerdeck.domain..",
                        "makerdeck.command..",
                        "makerdeck.snapshot..",
                        "makerdeck.strategy..",
                        "makerdeck.venue..",
                        "makerdeck.simulator..",
                        "makerdeck.engine..",
                        "makerdeck.laboratory.virtual..",
                        "makerdeck.laboratory.trader..",
                        "makerdeck.laboratory.run..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class));
        check(methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal());
    }

    /** What is known about an order changes in few places, so that what the venue said of it has few readings. */
    @Test
    void anOrderIsChangedByItsKeepersOnly() {
        var changing = CODE.get(ManagedOrder.class).getMethods().stream()
                .filter(method -> method.getRawReturnType().isEquivalentTo(void.class))
                .toList();

        assertEquals(
                List.of(),
                changing.stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .toList());
        assertEquals(
                Set.of("OrderTracker", "QueuePositions"),
                changing.stream()
                        .flatMap(method -> method.getAccessesToSelf().stream())
                        .map(access -> access.getOriginOwner().getSimpleName())
                        .collect(Collectors.toSet()));
        assertEquals(
                Set.of("ManagedOrder", "OrderTracker", "AwaitedFills"),
                CODE.get(ManagedOrder.class.getPackageName() + ".OrderFills").getAccessesToSelf().stream()
                        .map(access -> access.getOriginOwner().getSimpleName())
                        .filter(origin -> !origin.equals("OrderFills"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void moneyIsNeverABinaryFraction() {
        for (var type : Set.of(double.class, float.class, Double.class, Float.class)) {
            check(noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(EXACT)
                    .should()
                    .haveRawType(type));
        }
    }

    @Test
    void snapshotsAreRecordsAndEnums() {
        check(classes()
                .that()
                .resideInAPackage("makerdeck.snapshot..")
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .orShould()
                .beEnums());
    }

    /** Who looks for a JSON field opens one file; another one reads the few that a program waits for. */
    @Test
    void everyJsonFieldIsWrittenInOneFile() {
        var headless = "makerdeck.headless.";
        assertEquals(
                Set.of(headless + "JsonObject"),
                CODE.stream()
                        .filter(type -> type.getPackageName().startsWith("makerdeck.headless"))
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use ->
                                        use.getTargetClass().getPackageName().startsWith("com.squareup.moshi")))
                        .map(type -> type.getName())
                        .collect(Collectors.toSet()));
        assertEquals(
                Set.of(headless + "JsonLine", headless + "AnswerLine"),
                CODE.get(headless + "JsonObject").getAccessesToSelf().stream()
                        .map(access -> access.getOriginOwner().getName().replaceAll("\\$.*", ""))
                        .filter(name -> !name.equals(headless + "JsonObject"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void nobodyPrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("makerdeck", "makerdeck.headless..", "makerdeck.settings..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    private static ArchRule onlyIn(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat(resideInAPackage(library));
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }
}
