package org.jiritsu.app;

import org.jiritsu.answer.Language;
import picocli.CommandLine.Option;

/** In which language a result is told; never that of the machine. */
final class LanguageOption {
    @Option(names = "--lang", paramLabel = "LANG", description = "en (default) or ja")
    private Language language = Language.EN;

    Language language() {
        return language;
    }
}
