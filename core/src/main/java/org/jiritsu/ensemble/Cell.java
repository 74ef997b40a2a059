package org.jiritsu.ensemble;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One thing to compute, and a name for it that says all its result depends on.
 *
 * @param key SHA-256 in lower-case hexadecimal
 * @param input a plain record, so that another machine can be handed it
 */
public record Cell<I extends Serializable>(String key, I input) implements Serializable {
    /** @param identity a text that two inputs share only if their results are equal */
    public static <I extends Serializable> Cell<I> of(String identity, I input) {
        return new Cell<>(hash(identity), input);
    }

    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
