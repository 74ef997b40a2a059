package org.jiritsu.world;

/** A sector: the source's code, its classification code (such as NACE or ISIC; empty if none), and its English name. */
public record Sector(String code, String classification, String name) {}
