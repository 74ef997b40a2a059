package org.jiritsu.study.internal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiritsu.study.StudyResult;

/**
 * The report: one HTML file that opens offline and asks for nothing else. All text and tables stand in the page itself;
 * pictures are drawn over them by a script in the file. Its look is in {@code org/jiritsu/study/report}.
 */
public final class Report {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .emptyStringIsFalse(true)
            .withLoader(name -> new StringReader(ReportAssets.text(name + ".mustache")));

    private Report() {}

    /** Writes the report of {@code result} to {@code file}. */
    public static void write(StudyResult result, Path file) throws IOException {
        Files.writeString(file, html(result));
    }

    static String html(StudyResult result) {
        Template template = COMPILER.compile(ReportAssets.text("report.mustache"));
        return template.execute(ReportPage.of(result));
    }
}
