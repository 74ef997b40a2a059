package org.jiritsu.world.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiritsu.base.InputException;

/** A text file of numbers, or of codes and names, of known size; blank lines do not count. */
public final class TextNumbers {
    private static final String MEND = "the file was cut off or edited: copy it again.";

    /** A line that is not blank, and where it stands, from 1. */
    private record Line(int number, String text) {}

    private TextNumbers() {}

    /**
     * The numbers between {@code least} and {@code most}, row by row.
     *
     * @throws InputException if there are more or fewer lines or numbers in a line, or one is out of bounds
     */
    public static double[] read(Path file, int rows, int columns, double least, double most) {
        List<Line> lines = lines(file);
        if (lines.size() != rows) {
            throw InputException.data(
                    file + " has another size",
                    rows + " lines",
                    lines.size() + " lines",
                    "the file was cut off or is another release of the data.");
        }
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            String[] words = lines.get(row).text().strip().split("\\s+");
            if (words.length != columns) {
                throw bad(file, lines.get(row), columns + " numbers", words.length + " numbers");
            }
            for (int column = 0; column < columns; column++) {
                double value = number(words[column]);
                if (!(value >= least && value <= most)) {
                    throw bad(file, lines.get(row), range(least, most), "'" + words[column] + "'");
                }
                values[row * columns + column] = value;
            }
        }
        return values;
    }

    /**
     * The lines {@code code,name} below a header of these words; a name may hold commas.
     *
     * @throws InputException if the header is another, a line has no name, or a code stands twice
     */
    public static List<String[]> readLabels(Path file) {
        List<Line> lines = lines(file);
        if (lines.isEmpty() || !lines.getFirst().text().strip().equals("code,name")) {
            throw InputException.data(
                    file + ", line 1 cannot be read",
                    "code,name",
                    lines.isEmpty() ? "" : lines.getFirst().text(),
                    MEND);
        }
        List<String[]> labels = new ArrayList<>();
        for (Line line : lines.subList(1, lines.size())) {
            String[] label = line.text().strip().split(",", 2);
            if (label.length < 2 || label[0].isBlank() || label[1].isBlank()) {
                throw bad(file, line, "a code and a name", line.text());
            }
            if (labels.stream().anyMatch(l -> l[0].equals(label[0]))) {
                throw bad(file, line, "a code that is not taken", label[0]);
            }
            labels.add(label);
        }
        return labels;
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN; // out of all bounds
        }
    }

    private static String range(double least, double most) {
        return most == Double.MAX_VALUE
                ? "a number of at least %s".formatted(least)
                : "a number from %s to %s".formatted(least, most);
    }

    private static InputException bad(Path file, Line line, String expected, String found) {
        return InputException.data("%s, line %d cannot be read".formatted(file, line.number()), expected, found, MEND);
    }

    private static List<Line> lines(Path file) {
        try {
            List<String> all = Files.readAllLines(file);
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).isBlank()) {
                    lines.add(new Line(i + 1, all.get(i)));
                }
            }
            return lines;
        } catch (NoSuchFileException e) {
            throw InputException.use(
                    "There is no such file",
                    "one of the files of the table",
                    file.toString(),
                    "the folder is another one, or incomplete.");
        } catch (CharacterCodingException e) {
            throw InputException.data(file + " cannot be read", "text in UTF-8", String.valueOf(e.getMessage()), MEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
