package org.jiritsu.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Breaks a text in the ways texts get broken, the same way for the same seed. */
final class Corruption {
    private static final List<String> ODDITIES = List.of(
            "NaN",
            "-1",
            "1e308",
            "-1e308",
            "99999999999999999999",
            "1e-320",
            "",
            " ",
            "\t",
            "null",
            "~",
            "\u0000",
            "\uFEFF",
            "'",
            "\"",
            "{",
            "[",
            "]",
            ": ",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "---\n",
            "%",
            "|",
            "<<: ",
            "\u65e5\u672c",
            "A_B",
            "OUT");

    private final Random random;

    Corruption(long seed) {
        random = new Random(seed);
    }

    byte[] of(String sound) {
        String text = sound;
        int times = 1 + random.nextInt(3);
        for (int k = 0; k < times; k++) {
            text = once(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private String once(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return text;
        }
        int line = random.nextInt(lines.size());
        switch (random.nextInt(8)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
            case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 3 ->
                lines.set(
                        line,
                        lines.get(line)
                                .substring(0, random.nextInt(lines.get(line).length() + 1)));
            case 4 -> lines.set(line, swapped(lines.get(line)));
            case 5 -> lines.set(line, inserted(lines.get(line), ODDITIES.get(random.nextInt(ODDITIES.size()))));
            case 6 -> lines.set(line, lines.get(line).replaceFirst("[0-9.]+|[A-Za-z]+$", oddity()));
            default -> {
                return text.substring(0, random.nextInt(text.length()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String oddity() {
        return java.util.regex.Matcher.quoteReplacement(ODDITIES.get(random.nextInt(ODDITIES.size())));
    }

    private String swapped(String line) {
        List<String> fields = new ArrayList<>(List.of(line.split("(?<=[,: ])", -1)));
        Collections.shuffle(fields, random);
        return String.join("", fields);
    }

    private String inserted(String line, String oddity) {
        int at = random.nextInt(line.length() + 1);
        return line.substring(0, at) + oddity + line.substring(at);
    }
}
