package org.jiritsu.base;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a person most likely meant. */
public final class NearestWord {
    /** Nobody misspells a longer word, and comparing one would take long. */
    private static final int LONGEST = 100;

    /** Of words that begin so much alike more may differ. */
    private static final int ALIKE = 3;

    private NearestWord() {}

    /**
     * The candidate nearest to {@code word}, if any is near enough to be worth saying; of several as near one that begins
     * with it, and then the first.
     */
    public static Optional<String> of(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least || distance == least && candidate.startsWith(word) && !best.startsWith(word)) {
                least = distance;
                best = candidate;
            }
        }
        int longer = Math.max(word.length(), best.length());
        int slips = best.regionMatches(true, 0, word, 0, ALIKE) ? longer / 2 : (longer + 1) / 3;
        return least <= Math.max(1, slips) ? Optional.of(best) : Optional.empty();
    }

    /** Optimal string alignment: insertions, deletions, changes, and swaps of neighbours count one each. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
