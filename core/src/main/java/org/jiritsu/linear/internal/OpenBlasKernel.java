package org.jiritsu.linear.internal;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasLeft;
import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas.CblasRight;
import static org.bytedeco.openblas.global.openblas.CblasUnit;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgetrs;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dlaswp;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsm;

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

    /** Measured: the fastest of 48 to 384 on tables of 1,435 and 3,465 industries. */
    private static final int BLOCK = 96;

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
        return factored(n, rows, (a, pivots) -> LAPACKE_dgetrf(LAPACK_COL_MAJOR, n, n, a, n, pivots));
    }

    @Override
    public Lu factorDominant(int n, MatrixRows rows) {
        return factored(n, rows, (a, pivots) -> eliminateByBlocks(n, a, pivots));
    }

    /** Works in place; gives 0, or the number of a zero pivot counted from one. */
    @FunctionalInterface
    private interface Elimination {
        int run(DoublePointer matrix, IntPointer pivots);
    }

    private static Lu factored(int n, MatrixRows rows, Elimination elimination) {
        DoublePointer factors = new DoublePointer((long) n * n);
        IntPointer pivots = new IntPointer(n);
        // Rows written one after the other are the columns of M' to LAPACK: we factor M' and swap the two solves.
        RowBlocks.forEachPart(n, (part, from, to) -> {
            double[] row = new double[n];
            for (int i = from; i < to; i++) {
                rows.fill(i, row);
                factors.getPointer((long) i * n).put(row, 0, n);
            }
        });
        int info = onLargeStack(() -> elimination.run(factors, pivots));
        Factors lu = new Factors(n, factors, pivots);
        if (info > 0) {
            lu.close();
            throw new SingularMatrixException("The matrix is singular: pivot %d is zero".formatted(info), info - 1);
        }
        return lu;
    }

    /**
     * Right-looking block elimination that looks for pivots inside the diagonal block only, so that nearly all work is
     * matrix products: P M' = L U as dgetrf leaves it.
     */
    private static int eliminateByBlocks(int n, DoublePointer a, IntPointer pivots) {
        for (int k = 0; k < n; k += BLOCK) {
            int size = Math.min(BLOCK, n - k);
            int rest = n - k - size;
            DoublePointer diagonal = at(a, n, k, k);
            IntPointer local = pivots.getPointer(k);
            int info = LAPACKE_dgetrf(LAPACK_COL_MAJOR, size, size, diagonal, n, local);
            if (info > 0) {
                return k + info;
            }
            LAPACKE_dlaswp(LAPACK_COL_MAJOR, k, at(a, n, k, 0), n, 1, size, local, 1);
            if (rest > 0) {
                DoublePointer right = at(a, n, k, k + size);
                DoublePointer below = at(a, n, k + size, k);
                LAPACKE_dlaswp(LAPACK_COL_MAJOR, rest, right, n, 1, size, local, 1);
                cblas_dtrsm(
                        CblasColMajor,
                        CblasLeft,
                        CblasLower,
                        CblasNoTrans,
                        CblasUnit,
                        size,
                        rest,
                        1,
                        diagonal,
                        n,
                        right,
                        n);
                cblas_dtrsm(
                        CblasColMajor,
                        CblasRight,
                        CblasUpper,
                        CblasNoTrans,
                        CblasNonUnit,
                        rest,
                        size,
                        1,
                        diagonal,
                        n,
                        below,
                        n);
                cblas_dgemm(
                        CblasColMajor,
                        CblasNoTrans,
                        CblasNoTrans,
                        rest,
                        rest,
                        size,
                        -1,
                        below,
                        n,
                        right,
                        n,
                        1,
                        at(a, n, k + size, k + size),
                        n);
            }
            for (int i = 0; i < size; i++) {
                local.put(i, local.get(i) + k);
            }
        }
        return 0;
    }

    private static DoublePointer at(DoublePointer a, int n, int row, int column) {
        return a.getPointer((long) column * n + row);
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
                onLargeStack(() ->
                        LAPACKE_dgetrs(LAPACK_COL_MAJOR, transposed, size, columns, factors, size, pivots, x, size));
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
