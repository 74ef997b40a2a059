package org.jiritsu.base;

/**
 * Something a person gave cannot be used. The message says where, what was expected, what was found, and ends in a line
 * that begins "Maybe" with the likeliest mend.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the call itself is wrong (exit code 2) or the data it names (exit code 3). */
    public enum Kind {
        USE,
        DATA
    }

    private final Kind kind;
    private final String what;
    private final String expected;
    private final String found;
    private final String maybe;

    private InputException(Kind kind, String what, String expected, String found, String maybe) {
        super(what + "\n  Expected: " + expected + "\n  Found:    " + (found.isBlank() ? "nothing" : found) + "\nMaybe "
                + maybe);
        this.kind = kind;
        this.what = what;
        this.expected = expected;
        this.found = found;
        this.maybe = maybe;
    }

    /** The call is wrong: an unknown economy, a missing world, options that do not go together. */
    public static InputException use(String what, String expected, String found, String maybe) {
        return new InputException(Kind.USE, what, expected, found, maybe);
    }

    /** The data is wrong: a malformed file, a broken identity. */
    public static InputException data(String what, String expected, String found, String maybe) {
        return new InputException(Kind.DATA, what, expected, found, maybe);
    }

    /** The same problem met while reading a file, which makes it one of data. */
    public InputException at(String place) {
        return new InputException(Kind.DATA, place + ": " + what, expected, found, maybe);
    }

    /** The same in other words. */
    public InputException with(String what, String expected, String found, String maybe) {
        return new InputException(kind, what, expected, found, maybe);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong, and where. */
    public String what() {
        return what;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }

    /** The likeliest mend, without the word "Maybe". */
    public String maybe() {
        return maybe;
    }
}
