package org.jiritsu.world;

/** An economy: its ISO 3166 alpha-3 code, or {@code ROW} for the rest of the world, and its English name. */
public record Economy(String code, String name) {}
