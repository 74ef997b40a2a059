package org.jiritsu.linear.internal;

import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrs;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.jiritsu.linear.Kernel;
import org.jiritsu.linear.Lu;
import org.jiritsu.linear.MatrixRows;
import org.jiritsu.linear.SingularMatrixException;
import org.jspecify.annotations.Nullable;

/** LAPACK's LU from OpenBLAS. */
public final class OpenBlasKernel implements Kernel {
    /**
     * Always two: OpenBLAS splits its sums by the number of threads, so a count taken from the machine would let the
     * last digits of a table depend on where it was made.
     */
    private static final int THREADS = 2;

    /** OpenBLAS 0.3.31 overruns the default 1 MiB stack of a Java thread in dgetrf from about n = 3,400 on. */
    private static final long STACK_BYTES = 64L << 20;

    private OpenBlasKernel() {}

    /** Loads the native library, once a process. */
    public static Kernel load() {
        Loader.load(openblas.class);
        blas_set_num_threads(THREADS);
        return new OpenBlasKernel();
    }

    @Override
    public String name() {
        return "openblas";
    }

    @Override
    public Lu factor(int n, MatrixRows rows) {
        DoublePointer factors = new DoublePointer((long) n * n);
        IntPointer pivots = new IntPointer(n);
        Rows.forEachPart(n, (part, from, to) -> {
            double[] row = new double[n];
            for (int i = from; i < to; i++) {
                rows.fill(i, row);
                factors.getPointer((long) i * n).put(row, 0, n);
            }
        });
        // Rows written one after the other are the columns of M' to LAPACK: we factor M' and swap the two solves.
        int info = onLargeStack(() -> LAPACKE_dgetrf(LAPACK_COL_MAJOR, n, n, factors, n, pivots));
        Factors lu = new Factors(n, factors, pivots);
        if (info > 0) {
            lu.close();
            throw new SingularMatrixException("The matrix is singular: pivot %d is zero".formatted(info), info - 1);
        }
        return lu;
    }

    private record Factors(int size, DoublePointer factors, IntPointer pivots) implements Lu {
        @Override
        public void solve(double[] b, int columns) {
            solve((byte) 'T', b, columns);
        }

        @Override
        public void solveTransposed(double[] b, int columns) {
            solve((byte) 'N', b, columns);
        }

        private void solve(byte transposed, double[] b, int columns) {
            if (columns == 0) {
                return;
            }
            try (DoublePointer x = new DoublePointer(b)) {
                onLargeStack(() -> LAPACKE_dgetrs(
                        LAPACK_COL_MAJOR, transposed, size, columns, factors, size, pivots, x, size));
                x.get(b);
            }
        }

        @Override
        public void close() {
            factors.close();
            pivots.close();
        }
    }

    private static <T> T onLargeStack(Supplier<T> work) {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> answer.set(work.get()), "openblas", STACK_BYTES);
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // native code cannot be stopped half-way: finish, then let the caller see it
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable thrown = failure.get();
        T result = answer.get();
        if (thrown != null || result == null) {
            throw new CompletionException("A native kernel failed", thrown);
        }
        return result;
    }
}
