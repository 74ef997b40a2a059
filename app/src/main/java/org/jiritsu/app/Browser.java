package org.jiritsu.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The system's browser. */
final class Browser {
    private Browser() {}

    /** Opens an address or a file, or says that it cannot. */
    static void open(String what) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> call = new ArrayList<>(
                system.contains("mac")
                        ? List.of("open")
                        : system.contains("windows")
                                ? List.of("rundll32", "url.dll,FileProtocolHandler")
                                : List.of("xdg-open"));
        String command = call.getFirst();
        call.add(what);
        try {
            new ProcessBuilder(call)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.err.println("No browser could be started here (" + command + "): open it by hand.");
        }
    }
}
