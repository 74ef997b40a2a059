package org.jiritsu.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiritsu.answer.Table;
import org.jiritsu.app.http.Problem;
import org.jiritsu.app.http.Questions;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.study.Analysis;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Asks commands by parameters rather than by words of a command line. The command's own parser reads them, so that
 * defaults, checks and error words are the same.
 */
final class CommandQuestions implements Questions {
    private static final Map<String, Supplier<Question>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("worlds", WorldsCommand::new);
        COMMANDS.put("exposure", ExposureCommand::new);
        COMMANDS.put("cutoff", CutoffCommand::new);
        COMMANDS.put("tariffs", TariffsCommand::new);
        COMMANDS.put("disrupt", DisruptCommand::new);
    }

    @Override
    public Collection<String> names() {
        return COMMANDS.keySet();
    }

    @Override
    public CommandSpec spec(String name) {
        return line(name).getCommandSpec();
    }

    @Override
    public Map<String, ArgSpec> parameters(String name) {
        return parameters(spec(name));
    }

    private static CommandLine line(String name) {
        return Main.line(COMMANDS.get(name).get())
                .setCommandName("jiritsu " + name)
                .setExpandAtFiles(false);
    }

    /** What may be given from elsewhere: nothing of type file, no form of output, no help. */
    private static Map<String, ArgSpec> parameters(CommandSpec spec) {
        Map<String, ArgSpec> parameters = new TreeMap<>();
        for (OptionSpec option : spec.options()) {
            boolean file = Stream.of(option.typeInfo().getType(), option.auxiliaryTypes()[0])
                    .anyMatch(Path.class::equals);
            if (!file
                    && !option.usageHelp()
                    && !option.versionHelp()
                    && !name(option).equals("format")) {
                parameters.put(name(option), option);
            }
        }
        for (PositionalParamSpec positional : spec.positionalParameters()) {
            parameters.put(positional.paramLabel().toLowerCase(Locale.ROOT), positional);
        }
        return parameters;
    }

    /** The first of its long names, which is the one that the documentation uses. */
    private static String name(OptionSpec option) {
        return Stream.of(option.names())
                .filter(n -> n.startsWith("--"))
                .findFirst()
                .orElse(option.longestName())
                .substring(2);
    }

    @Override
    public Asked ask(String name, Map<String, List<String>> given) {
        CommandLine line = line(name);
        Map<String, ArgSpec> known = parameters(line.getCommandSpec());
        List<String> words = new ArrayList<>();
        List<String> positionals = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : new TreeMap<>(given).entrySet()) {
            switch (known.get(parameter.getKey())) {
                case OptionSpec option -> words.addAll(words(option, parameter.getValue()));
                case PositionalParamSpec positional ->
                    positionals.addAll(
                            positional.arity().max() > 1
                                    ? parameter.getValue().stream()
                                            .flatMap(v -> Stream.of(v.split(",")))
                                            .toList()
                                    : parameter.getValue());
                case null, default -> throw unknown(name, parameter.getKey(), known.keySet());
            }
        }
        words.add("--"); // whatever it looks like, what follows is no option
        words.addAll(positionals);
        line.parseArgs(words.toArray(String[]::new));
        return new AskedCommand(line.getCommand());
    }

    private static List<String> words(OptionSpec option, List<String> values) {
        return values.stream().map(value -> "--" + name(option) + "=" + value).toList();
    }

    private static InputException unknown(String name, String parameter, Collection<String> known) {
        return InputException.use(
                "Unknown parameter of " + name,
                "one of " + String.join(", ", known),
                parameter,
                NearestWord.of(parameter, known)
                        .map(near -> "you meant " + near + ".")
                        .orElse("it is one of the command line's alone."));
    }

    @Override
    public Problem problem(Exception failure) {
        Failures.trace(failure);
        Failures.Words words = Failures.words(failure);
        return new Problem(
                status(failure, words.code()),
                words.what(),
                words.text(),
                words.expected(),
                words.found(),
                words.maybe());
    }

    private static int status(Exception failure, int code) {
        return failure instanceof CommandLine.ParameterException || code == Failures.WRONG_USE
                ? 400
                : code == Failures.BAD_DATA || Failures.isOfTheModel(failure) ? 422 : 500;
    }

    private record AskedCommand(Question question) implements Asked {
        @Override
        public boolean isLong() {
            return question.isLong();
        }

        @Override
        public String title(Analysis analysis) {
            return plan(analysis).title();
        }

        @Override
        public Table answer(Analysis analysis) {
            return question.output().cut(plan(analysis).answer().get(), Integer.MAX_VALUE);
        }

        private Question.Plan plan(Analysis analysis) {
            question.output().requireTop();
            return question.plan(analysis.in(question.language()));
        }
    }
}
