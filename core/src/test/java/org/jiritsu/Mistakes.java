package org.jiritsu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.function.Executable;

/** What the answer to a mistake must look like: where, expected, found, and a last line that begins "Maybe". */
public final class Mistakes {
    private Mistakes() {}

    /** The call must fail in that form, with each of these texts in its message. */
    public static InputException assertAnswered(InputException.Kind kind, Executable call, String... texts) {
        InputException mistake = assertThrows(InputException.class, call);
        assertForm(mistake.getMessage());
        assertEquals(kind, mistake.kind(), mistake.getMessage());
        for (String text : texts) {
            assertTrue(
                    mistake.getMessage().contains(text), () -> "'" + text + "' is missing in: " + mistake.getMessage());
        }
        return mistake;
    }

    public static InputException assertBadData(Executable call, String... texts) {
        return assertAnswered(InputException.Kind.DATA, call, texts);
    }

    public static InputException assertWrongUse(Executable call, String... texts) {
        return assertAnswered(InputException.Kind.USE, call, texts);
    }

    /** Where and what, Expected, Found, Maybe: whatever each of them says. */
    public static void assertForm(String message) {
        List<String> lines = message.strip().lines().toList();
        assertTrue(lines.size() >= 4, message);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("  Expected: ") && line.length() > 12), message);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("  Found:    ") && line.length() > 12), message);
        assertTrue(lines.getLast().matches("Maybe .+[.]"), message);
    }
}
