package org.jiritsu.questions;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.Bundled;
import org.jiritsu.Mistakes;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hint is offered only if following it works: each mistake is mended as its hint says, and is then answered. */
class HintsTest {
    private static final Session SESSION = Bundled.session(Bundled.store(Path.of("no own worlds")), Kernel.java());

    private static final Pattern MEANT =
            Pattern.compile("(?:you meant |the sign is wrong: )'?(?:another \\w+, such as )?"
                    + "([^\\s,;']+)'?(?: \\(.*\\))?(?:, that is .*)?\\.|'?([^\\s']+)'? is meant\\.");
    private static final Pattern OPTION = Pattern.compile(
            "(?:you meant |add )?'?--([a-z-]+)(?: ([^\\s';]+|'[^']+'))?'?" + "(?: is what you want)?(?:[.,;:].*)");
    private static final Pattern OUT = Pattern.compile(".*leave out (?:--|')([a-z-]+)'?(?:[.,;:].*)?");
    private static final Pattern ONE_OUT =
            Pattern.compile("(?:leave out one of them|one of (?:them|the two) is left over|leave one of them out)\\.");
    private static final Pattern WHOLE = Pattern.compile("'jiritsu ([^']*)' is what you want\\.");

    /** Those that say what to change in so many words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exposure JPP",
                "exposure Japn --world wiod2011",
                "exposure",
                "exposure JPN --world wiod2012",
                "exposure JPN --by sectr",
                "exposure JPN --world wiod1995 --worlds wiod2000,wiod2011",
                "exposure JPN --worlds wiod1995,wiod1995",
                "exposure JPN --paths --world wiod2011",
                "exposure JPN --paths --from JPN --world wiod2011",
                "exposure JPN --paths --from CHN --threshold 5 --world wiod2011",
                "exposure JPN --paths --from CHN --sector c144 --world wiod2011",
                "cutoff JPN --by JPN --world wiod2011",
                "cutoff JPN --by CHN --threshold 5 --world wiod2011",
                "cutoff JPN --by CHN --threshold -0.01 --world wiod2011",
                "cutoff JPN --by CHN --atlas --world wiod2011",
                "cutoff JPN --by CHN --sector C26x",
                "cutoff JPN --top -5",
                "exports JPN --to JPN",
                "exports JPN --to USA",
                "exports JPN --method snk",
                "tariffs --world wiod2011",
                "tariffs --tariff 10% --world wiod2011",
                "tariffs --importer USA --world wiod2011",
                "tariffs --importer USA --tariff 10% --tariff-add 5% --world wiod2011",
                "tariffs --scenario us-2025-agust --world wiod2011",
                "tariffs --importer USA --tariff 10% --elasticities GY --world wiod2011",
                "tariffs --importer USA,USA --tariff 10% --world wiod2011",
                "disrupt JPN --cut CHN:c14 --durations 15,30 --days 10 --world wiod2011",
                "disrupt JPN --cut CHN:c14 --days 10 --until 20 --world wiod2011",
                "disrupt JPN --cut CHN:c14 --days 10 --seed 4 --world wiod2011",
                "disrupt JPN --cut CHN:c14 --days 10 --inventory c14=5 --inventory c14=50 --world wiod2011",
                "disrupt JPN --cut CHN:c144 --days 10 --world wiod2011",
                "disrupt JPN --lose CHN:c14=80 --days 10 --world wiod2011",
                "disrupt JPN --cut CHN:c14 --days -10 --world wiod2011",
                "goods JPN --good 850512",
                "goods JPN --good 850511 --year 1890",
                "goods JPP",
                "sea JPN --close hormus",
                "network JPN --layers defense",
                "arms JPP",
                "burden JPP",
                "worth JPN --partners USA,USA --cut CHN:c14 --world wiod2011",
                "worlds wiod2012"
            })
    void aHintWorksWhenFollowed(String line) {
        String[] name = line.split(" ", 2);
        Question question = question(name[0]);
        List<String> words = name.length == 1 ? List.of() : List.of(name[1].split(" "));
        InputException wrong = assertThrows(InputException.class, () -> ask(question, words), line);
        Mistakes.assertForm(wrong.getMessage());
        List<List<String>> mended = mended(question, words, wrong);
        assertTrue(!mended.isEmpty(), line + "\n" + wrong.getMessage());
        mended.forEach(
                each -> assertDoesNotThrow(() -> ask(question, each), line + "\n" + wrong.getMessage() + "\n" + each));
    }

    /** Those after which it is for the reader to know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cutoff JPN --by CHN --threshold NaN --world wiod2011|another option's value",
                "disrupt JPN --cut CHN:c14 --days 100000000000 --world wiod2011|digits too many",
                "disrupt JPN --cut CHN:c14 --days 10 --priority JPN:final --priority nobody --world wiod2011|jiritsu worlds wiod2011",
                "exposure JPN --worlds ,|a comma is left over"
            })
    void whatCannotBeGuessedIsNot(String line) {
        String[] parts = line.split("\\|");
        List<String> words = List.of(parts[0].split(" "));
        InputException wrong = assertThrows(
                InputException.class, () -> ask(question(words.getFirst()), words.subList(1, words.size())));
        assertTrue(wrong.maybe().contains(parts[1]), wrong.getMessage());
    }

    private static Question question(String name) {
        return Questions.ALL.questions().stream()
                .filter(q -> q.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void ask(Question question, List<String> words) {
        question.plan(SESSION.in(Language.EN).of(question), CommandWords.arguments(question, words));
    }

    private static List<List<String>> mended(Question question, List<String> words, InputException wrong) {
        List<List<String>> mended = new ArrayList<>();
        Matcher meant = MEANT.matcher(wrong.maybe());
        Matcher option = OPTION.matcher(wrong.maybe());
        Matcher out = OUT.matcher(wrong.maybe());
        Matcher whole = WHOLE.matcher(wrong.maybe());
        if (whole.matches()) {
            List<String> all = List.of(whole.group(1).split(" "));
            mended.add(all.subList(1, all.size()));
        } else if (option.matches()) {
            mended.add(with(words, option));
        } else if (meant.matches()) {
            mended.add(replaced(words, wrong.found(), meant.group(1) == null ? meant.group(2) : meant.group(1)));
        }
        if (out.matches()) {
            mended.add(without(question, words, out.group(1)));
        }
        if (ONE_OUT.matcher(wrong.maybe()).matches()) {
            mended.add(oneLess(question, words, wrong));
        }
        return mended;
    }

    /** With an option added, or its value changed. */
    private static List<String> with(List<String> words, Matcher option) {
        List<String> with = new ArrayList<>(words);
        int at = with.indexOf("--" + option.group(1));
        if (at >= 0) {
            with.subList(at, at + 2).clear();
        }
        with.add("--" + option.group(1));
        if (option.group(2) != null) {
            with.add(option.group(2).replace("'", ""));
        }
        return with;
    }

    /** The last word that has what was found to be wrong, in it or as its whole. */
    private static List<String> replaced(List<String> words, String found, String meant) {
        String wrong = found.replaceAll("'|\\.0$| and .*", "");
        List<String> mended = new ArrayList<>(words);
        for (int k = mended.size() - 1; k >= 0; k--) {
            String changed = mended.get(k).replaceFirst("(?<![\\w.-])" + Pattern.quote(wrong) + "(?![\\w.])", meant);
            if (!changed.equals(mended.get(k))) {
                mended.set(k, changed);
                return mended;
            }
        }
        return mended;
    }

    private static List<String> without(Question question, List<String> words, String name) {
        List<String> left = new ArrayList<>(words);
        int at = left.indexOf("--" + name);
        boolean flag = question.spec().param(name).orElseThrow().shape() == org.jiritsu.ask.Param.Shape.FLAG;
        left.subList(at, at + (flag ? 1 : 2)).clear();
        return left;
    }

    /** Without the last option that the mistake names, or with a list's value said once. */
    private static List<String> oneLess(Question question, List<String> words, InputException wrong) {
        List<String> named = words.stream()
                .filter(w -> w.startsWith("--"))
                .map(w -> w.substring(2))
                .filter(w -> (wrong.what() + " " + wrong.found() + " " + wrong.expected())
                        .replace('_', '-')
                        .matches("(?s).*\\b" + w + "\\b.*"))
                .toList();
        String last = named.getLast();
        String value = words.get(words.lastIndexOf("--" + last) + 1);
        if (value.contains(",")) {
            String once = String.join(
                    ",",
                    new java.util.LinkedHashSet<>(List.of(value.split(",")))
                            .stream().toList());
            return words.stream().map(w -> w.equals(value) ? once : w).toList();
        }
        return without(question, words, last);
    }
}
