package org.jiritsu.linear;

class JavaKernelTest extends KernelContract {
    @Override
    Kernel kernel() {
        return Kernel.java();
    }
}
