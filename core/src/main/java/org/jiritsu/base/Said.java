package org.jiritsu.base;

/**
 * What data say of themselves: a title, a unit, a source, a limit. Bundled data say it in both languages, a person's own
 * in one, which then stands for both.
 */
public record Said(String english, String japanese) {
    /** The same words whoever reads. */
    public static Said of(String words) {
        return new Said(words, words);
    }

    @Override
    public String toString() {
        return english;
    }
}
