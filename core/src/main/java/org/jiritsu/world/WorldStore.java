package org.jiritsu.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiritsu.base.AtomicWrite;
import org.jiritsu.base.InputException;
import org.jiritsu.base.InputFile;
import org.jiritsu.base.NearestWord;
import org.jiritsu.world.internal.WorldFile;
import org.jiritsu.world.internal.WorldLabels;

/**
 * The worlds at hand: those bundled with the product and those a user brought in. A world file is named after its id, and
 * an id is given once: an import under a taken one is refused.
 */
public final class WorldStore {
    private static final String SUFFIX = ".npz";
    private static final String JOINED = "+";

    private final Path bundled;
    private final Path own;

    /**
     * @param bundled folder that holds world files, at any depth
     * @param own folder for the user's worlds; made when first needed
     */
    public WorldStore(Path bundled, Path own) {
        this.bundled = bundled;
        this.own = own;
    }

    /** The folder of all bundled data. */
    public Path bundled() {
        return bundled;
    }

    /** A line of the list of worlds. */
    public record Entry(
            About about, boolean bundled, int economies, int sectors, int finalUses, long bytes, Path file) {}

    /** Every world that can be read, sorted by id. */
    public List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        scan(entries, new ArrayList<>());
        return entries;
    }

    /** Why the others cannot be read, each with its file and the mend. */
    public List<InputException> damaged() {
        List<InputException> damaged = new ArrayList<>();
        scan(new ArrayList<>(), damaged);
        return damaged;
    }

    private void scan(List<Entry> entries, List<InputException> damaged) {
        files().forEach((id, file) -> {
            try {
                WorldLabels labels = WorldFile.readLabels(file);
                entries.add(new Entry(
                        labels.about(),
                        file.startsWith(bundled),
                        labels.economies().size(),
                        labels.sectors().size(),
                        labels.finalUses().size(),
                        Files.size(file),
                        file));
            } catch (InputException e) {
                damaged.add(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * A world, or with {@code +EU27} behind its id the same with a group of economies joined into one.
     *
     * @throws InputException if there is no such world or group, with the nearest one
     */
    public World open(String id) {
        World world = WorldFile.read(file(id));
        for (EconomyGroup group : groups(id)) {
            world = group.joinedIn(world, world.id() + JOINED + group.code());
        }
        return world;
    }

    private static List<EconomyGroup> groups(String id) {
        List<EconomyGroup> groups = new ArrayList<>();
        String[] parts = id.split(Pattern.quote(JOINED), -1);
        for (String code : Arrays.copyOfRange(parts, 1, parts.length)) {
            List<String> codes =
                    EconomyGroup.all().stream().map(EconomyGroup::code).toList();
            groups.add(EconomyGroup.find(code)
                    .orElseThrow(() -> InputException.use(
                            "There is no such group of economies",
                            "one of " + String.join(", ", codes),
                            code.isEmpty() ? "nothing behind the +" : code,
                            NearestWord.of(code, codes)
                                    .map(near -> "you meant " + near + ".")
                                    .orElse("'jiritsu world aggregate' joins economies as a map of yours says."))));
        }
        return groups;
    }

    /** The ids of every world, sorted, each with what changes when its file does. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        files().forEach((id, file) -> versions.put(id, version(file)));
        return versions;
    }

    private static String version(Path file) {
        try {
            return file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "gone"; // between the listing and the look
        }
    }

    /** Whether there is a world of this id. */
    public boolean holds(String id) {
        return files().containsKey(base(id))
                && Arrays.stream(id.split(Pattern.quote(JOINED), -1))
                        .skip(1)
                        .allMatch(code -> EconomyGroup.find(code).isPresent());
    }

    /** The world's file with its fingerprint. */
    public InputFile inputFile(String id) {
        return InputFile.of(file(id));
    }

    /** SHA-256 of the world's file, in lower-case hexadecimal. */
    public String sha256(String id) {
        return inputFile(id).sha256();
    }

    /**
     * Keeps a user's world, all or nothing: it is written beside and moved into place.
     *
     * @throws InputException if the id is taken or not usable as a file name
     */
    public Path keep(World world) {
        return keep(world.id(), file -> WorldFile.write(world, file));
    }

    /**
     * Keeps a world that was read from a file or folder, and the fingerprints of what was read with it.
     *
     * @param source the file or folder
     */
    public Path keep(World world, Path source) {
        CompletableFuture<List<InputFile>> inputs = CompletableFuture.supplyAsync(() -> InputFile.in(source));
        return keep(world.id(), file -> WorldFile.write(world, inputs::join, file));
    }

    /** Keeps an estimated world in the same way, as its factors: a thirtieth of the size. */
    public Path keep(EstimatedWorld estimated) {
        return keep(estimated.world().id(), estimated::writeFactors);
    }

    private Path keep(String id, AtomicWrite.Writer writer) {
        requireFree(id);
        Path target = own.resolve(id + SUFFIX);
        try {
            AtomicWrite.write(target, writer);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep world " + id + " in " + own, e);
        }
    }

    /**
     * Called before a long import, so that a taken name is noticed first.
     *
     * @throws InputException if the id is taken or not usable as a file name
     */
    public void requireFree(String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw InputException.use(
                    "This id cannot name a world",
                    "letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit",
                    id,
                    "'my-table' would do.");
        }
        Path taken = files().get(id);
        if (taken != null) {
            throw InputException.use(
                    "There is a world of this id already",
                    "a new id",
                    id + " (" + taken + ")",
                    taken.startsWith(bundled)
                            ? "call yours '%s-own'.".formatted(id)
                            : "remove the old one first: 'rm %s'.".formatted(taken));
        }
    }

    private static String base(String id) {
        int at = id.indexOf(JOINED);
        return at < 0 ? id : id.substring(0, at);
    }

    private Path file(String asked) {
        Map<String, Path> files = files();
        String id = base(asked);
        Path file = files.get(id);
        if (file == null) {
            throw InputException.use(
                    "There is no such world",
                    files.isEmpty() ? "a world in " + own : "one of " + String.join(", ", files.keySet()),
                    id,
                    NearestWord.of(id, files.keySet())
                            .map(near -> "you meant " + near + ".")
                            .orElse("it has still to be imported: 'jiritsu world import'."));
        }
        return file;
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        collect(own, 1, files);
        collect(bundled, 3, files);
        return files;
    }

    private static void collect(Path folder, int depth, Map<String, Path> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder, depth)) {
            found.filter(p -> p.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(p))
                    .forEach(p -> {
                        String name = p.getFileName().toString();
                        files.put(name.substring(0, name.length() - SUFFIX.length()), p);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
