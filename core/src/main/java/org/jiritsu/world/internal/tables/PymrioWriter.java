package org.jiritsu.world.internal.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jiritsu.base.Said;
import org.jiritsu.world.World;
import org.jiritsu.world.internal.Json;
import org.jspecify.annotations.Nullable;

/** Writes the folder of a system as pymrio saves it, as tab-separated text or as parquet with the labels of pandas. */
final class PymrioWriter {
    private final World world;
    private final Path folder;
    private final List<String> sectors;
    private final List<String> uses;

    PymrioWriter(World world, Path folder) {
        this.world = world;
        this.folder = folder;
        sectors = world.sectors().stream().map(s -> s.code()).toList();
        uses = world.finalUses().stream().map(u -> u.code()).toList();
    }

    void text() throws IOException {
        Files.createDirectory(folder);
        int n = world.size();
        double[] flows = new double[n];
        matrix("Z", "sector", sectors, i -> {
            world.readZ(i, flows);
            return flows;
        });
        matrix("Y", "category", uses, i -> {
            double[] row = Cells.row(world, i);
            return Arrays.copyOfRange(row, n, row.length);
        });
        vector("x", "indout", i -> Exports.number(world.output(i)));
        vector("unit", "unit", i -> "million USD");
        if (statesRounding()) {
            double[] rounding = world.rounding();
            vector("rounding", "rounding", i -> Exports.number(rounding[i]));
        }
        parameters("txt");
    }

    /** In a file that pymrio leaves alone: it is none of those in {@code file_parameters.json}. */
    private boolean statesRounding() {
        return world.rounding().length > 0;
    }

    void parquet() throws IOException {
        text();
        frame("Z", 3, pairs(sectors), "DOUBLE", "sector");
        frame("Y", 3, pairs(uses), "DOUBLE", "category");
        frame("x", 1, List.of("indout"), "DOUBLE", "");
        frame("unit", 1, List.of("unit"), "VARCHAR", "");
        if (statesRounding()) {
            frame("rounding", 1, List.of("rounding"), "DOUBLE", "");
        }
        parameters("parquet");
    }

    private void matrix(String name, String level, List<String> items, IntFunction<double[]> rows) throws IOException {
        int columns = world.economyCount() * items.size();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name + ".txt"))) {
            out.write("region\t");
            for (int c = 0; c < columns; c++) {
                out.write("\t" + economy(c / items.size()));
            }
            out.write("\n" + level + "\t");
            for (int c = 0; c < columns; c++) {
                out.write("\t" + items.get(c % items.size()));
            }
            out.write("\nregion\tsector" + "\t".repeat(columns) + "\n");
            for (int i = 0; i < world.size(); i++) {
                out.write(index(i));
                for (double value : rows.apply(i)) {
                    out.write('\t');
                    out.write(Exports.number(value));
                }
                out.write('\n');
            }
        }
    }

    private void vector(String name, String column, IntFunction<String> values) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name + ".txt"))) {
            out.write("region\tsector\t" + column + "\n");
            for (int i = 0; i < world.size(); i++) {
                out.write(index(i) + "\t" + values.apply(i) + "\n");
            }
        }
    }

    private String economy(int e) {
        return world.economies().get(e).code();
    }

    private String index(int i) {
        return economy(world.economyOf(i)) + "\t" + sectors.get(world.sectorOf(i));
    }

    /** The column names that pandas gives to pairs of labels: Python tuples. */
    private List<String> pairs(List<String> items) {
        List<String> pairs = new ArrayList<>();
        for (int e = 0; e < world.economyCount(); e++) {
            for (String item : items) {
                pairs.add("(%s, %s)".formatted(python(economy(e)), python(item)));
            }
        }
        return pairs;
    }

    private static String python(String text) {
        return text.indexOf('\'') >= 0 && text.indexOf('"') < 0
                ? '"' + text.replace("\\", "\\\\") + '"'
                : '\'' + text.replace("\\", "\\\\").replace("'", "\\'") + '\'';
    }

    /** Turns a text file into parquet, with the note on labels by which pandas finds its indices again. */
    private void frame(String name, int headerLines, List<String> columns, String type, String level)
            throws IOException {
        Path text = folder.resolve(name + ".txt");
        StringBuilder names = new StringBuilder("{'region': 'VARCHAR', 'sector': 'VARCHAR'");
        columns.forEach(c -> names.append(", ")
                .append(Exports.quoted(c))
                .append(": '")
                .append(type)
                .append('\''));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    COPY (SELECT * FROM read_csv(%s, delim = '\\t', header = false, skip = %d, quote = '',
                        auto_detect = false, max_line_size = 64000000, columns = %s})) TO %s (FORMAT parquet, KV_METADATA {pandas: %s})""".formatted(
                            Exports.quoted(text.toString()),
                            headerLines,
                            names,
                            Exports.quoted(folder.resolve(name + ".parquet").toString()),
                            Exports.quoted(Json.text(labels(columns, type, level), false))));
        } catch (SQLException e) {
            throw new IOException("Cannot write parquet", e);
        }
        Files.delete(text);
    }

    private static Map<String, Object> labels(List<String> columns, String type, String level) {
        List<Object> levels = new ArrayList<>();
        if (level.isEmpty()) {
            levels.add(label(null, "unicode"));
        } else {
            levels.add(label("region", "unicode"));
            levels.add(label(level, "unicode"));
        }
        List<Object> all = new ArrayList<>();
        columns.forEach(c -> all.add(label(c, type.equals("DOUBLE") ? "float64" : "unicode")));
        all.add(label("region", "unicode"));
        all.add(label("sector", "unicode"));
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("index_columns", List.of("region", "sector"));
        labels.put("column_indexes", levels);
        labels.put("columns", all);
        labels.put("pandas_version", "2.0.0");
        return labels;
    }

    private static Map<String, Object> label(@Nullable String name, String type) {
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("name", name);
        label.put("field_name", name);
        label.put("pandas_type", type);
        label.put("numpy_type", type.equals("float64") ? type : "object");
        label.put("metadata", type.equals("unicode") ? Map.of("encoding", "UTF-8") : null);
        return label;
    }

    private void parameters(String extension) throws IOException {
        Map<String, Object> files = new LinkedHashMap<>();
        for (String name : List.of("Z", "Y", "x", "unit")) {
            Map<String, String> file = new LinkedHashMap<>();
            file.put("name", name + "." + extension);
            file.put("nr_index_col", "2");
            file.put("nr_header", name.equals("Z") || name.equals("Y") ? "2" : "1");
            files.put(name, file);
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("files", files);
        parameters.put("systemtype", "IOSystem");
        Files.writeString(folder.resolve("file_parameters.json"), Json.text(parameters, true));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("description", world.about().title() + ". " + world.about().source());
        metadata.put("name", world.id());
        metadata.put("system", "IxI");
        metadata.put("version", Integer.toString(world.about().year()));
        metadata.put(
                "history", world.about().notes().stream().map(Said::english).toList());
        Files.writeString(folder.resolve("metadata.json"), Json.text(metadata, true));
    }
}
