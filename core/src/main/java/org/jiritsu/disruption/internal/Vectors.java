package org.jiritsu.disruption.internal;

/**
 * Whether the processor's vector instructions can be used: Java keeps them in a module of its own that has to be asked for
 * ({@code --add-modules jdk.incubator.vector}). Without it everything runs all the same, one scenario at a time.
 */
public final class Vectors {
    private Vectors() {}

    public static boolean present() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
