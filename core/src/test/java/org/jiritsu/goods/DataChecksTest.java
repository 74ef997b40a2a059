package org.jiritsu.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiritsu.Bundled;
import org.jiritsu.base.InputFile;
import org.junit.jupiter.api.Test;

/** The bundled files are the ones that their list of checks names. */
class DataChecksTest {
    @Test
    void everyFileIsAsListed() throws IOException {
        Path folder = Bundled.root().resolve("data/goods");
        List<String> lines = Files.readAllLines(folder.resolve("SHA256SUMS"));
        for (String line : lines) {
            String[] parts = line.split("  ", 2);
            assertEquals(parts[0], InputFile.of(folder.resolve(parts[1])).sha256(), parts[1]);
        }
        assertEquals(23, lines.size());
    }
}
