package org.jiritsu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiritsu.world.About;
import org.jiritsu.world.LongTable;
import org.jiritsu.world.World;

/** A sound world of two economies and two sectors, as lines of its long form: line 1 is the header. */
public final class SmallTable {
    public static final List<String> LINES = List.of(
            "from,to,value",
            "JPN_c1,JPN_c1,10",
            "JPN_c1,JPN_c2,20",
            "JPN_c1,CHN_c2,5",
            "JPN_c1,JPN_HFCE,65",
            "JPN_c2,JPN_c1,15",
            "JPN_c2,CHN_HFCE,85",
            "CHN_c1,JPN_c2,30",
            "CHN_c1,CHN_HFCE,70",
            "CHN_c2,CHN_c1,25",
            "CHN_c2,CHN_HFCE,75",
            "OUT,JPN_c1,100",
            "OUT,JPN_c2,100",
            "OUT,CHN_c1,100",
            "OUT,CHN_c2,100");

    private SmallTable() {}

    public static About about(String id) {
        return new About(
                id,
                "A small table",
                2020,
                "million USD, current prices",
                "made up",
                "none",
                "output less purchases",
                List.of());
    }

    public static Path write(Path file, List<String> lines) {
        return write(file, String.join("\n", lines) + "\n");
    }

    public static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines with one of them, counted from one, put in another's place. */
    public static List<String> with(int line, String replacement) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(line - 1, replacement);
        return lines;
    }

    public static List<String> without(int line) {
        List<String> lines = new ArrayList<>(LINES);
        lines.remove(line - 1);
        return lines;
    }

    public static List<String> and(String... more) {
        List<String> lines = new ArrayList<>(LINES);
        lines.addAll(List.of(more));
        return lines;
    }

    public static World read(Path file) {
        return LongTable.read(file, about("small"), LongTable.Names.NONE);
    }

    public static World world(Path folder) {
        return read(write(folder.resolve("small.csv"), LINES));
    }
}
