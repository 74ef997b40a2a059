package org.jiritsu.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data of the artifact {@code jiritsu-data}, for programs that use the library without a checkout beside it. */
public final class BundledData {
    private static final String FOLDER = "/org/jiritsu/data/";

    private BundledData() {}

    /**
     * The folder of the data, unpacked once into a cache.
     *
     * @param cache is made if need be; a folder within it is named after the artifact's file
     * @throws InputException if the artifact is not on the class path
     */
    public static Path in(Path cache) {
        URL readme = Optional.ofNullable(BundledData.class.getResource(FOLDER + "README.md"))
                .orElseThrow(() -> InputException.use(
                        "The bundled data are not on the class path",
                        "the artifact org.jiritsu:jiritsu-data",
                        "none",
                        "add it to the dependencies beside jiritsu-core."));
        try {
            if (!(readme.openConnection() instanceof JarURLConnection jar)) {
                return Path.of(readme.toURI()).resolveSibling("");
            }
            Path file = Path.of(jar.getJarFileURL().toURI());
            Path folder = cache.resolve(file.getFileName() + "-" + Files.size(file));
            if (!Files.isDirectory(folder)) {
                AtomicWrite.write(folder, part -> unpack(file, part));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path jar, Path into) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(inside.getPath(FOLDER))) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                Path target =
                        into.resolve(inside.getPath(FOLDER).relativize(file).toString());
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(file, target);
            }
        }
    }
}
