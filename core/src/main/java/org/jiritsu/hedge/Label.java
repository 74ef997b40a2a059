package org.jiritsu.hedge;

import java.io.Serializable;

/** A name for people, in English and Japanese; the same text twice where only one was given. */
public record Label(String en, String ja) implements Serializable {}
