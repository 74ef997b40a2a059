package org.jiritsu.study.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiritsu.study.StudyResult;

/** The report: one HTML file that opens offline. */
public final class Report {
    private Report() {}

    public static void write(StudyResult result, Path file) throws IOException {
        Files.writeString(file, result.toString());
    }
}
